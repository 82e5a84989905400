import polyglotI18nProvider from 'ra-i18n-polyglot';
import raEnglish from 'ra-language-english';
import { english } from '../i18n/english.ts';
import { fallingBack } from '../i18n/fallingBack.ts';
import { groupDigits } from '../text/figures.ts';
import { speak, type PhraseBook } from '../text/phrases.ts';

const englishTexts = { ...raEnglish, ...english };

/** What the page is in is said before it is drawn in it: months, figures and the words of the core are read by it, and so is the page aloud. */
function speaks(locale: string, phrases: PhraseBook | null): void {
  document.documentElement.lang = locale;
  speak(phrases);
}

function inEnglish(): typeof englishTexts {
  speaks('en', null);
  return englishTexts;
}

/** Fills the places of a text; a number that is put there has its digits in groups, as everywhere. */
function grouped(this: string, place: RegExp, valueOf: (place: string, name: string) => string): string {
  return this.replace(place, (whole: string, name: string) => {
    const value: unknown = valueOf(whole, name);
    return typeof value === 'number' ? groupDigits(String(value)) : String(value);
  });
}

/** English is there from the start; another language is loaded when it is chosen, and falls back to English. */
export const i18nProvider = polyglotI18nProvider(
  (locale) =>
    locale === 'de'
      ? Promise.all([import('../i18n/german.ts'), import('../i18n/phrases/germanPhrases.ts')]).then((loaded) => {
          const [{ german }, { germanPhrases }] = loaded;
          speaks(locale, germanPhrases);
          return fallingBack(german, englishTexts) as typeof englishTexts;
        })
      : inEnglish(),
  'en',
  [
    { locale: 'en', name: 'English' },
    { locale: 'de', name: 'Deutsch' },
  ],
  { replace: grouped },
);
