/** What the page is in: `en` or `de`. Said by its root, where a screen reader asks as well. */
export function pageLanguage(): 'en' | 'de' {
  return typeof document !== 'undefined' && document.documentElement.lang === 'de' ? 'de' : 'en';
}
