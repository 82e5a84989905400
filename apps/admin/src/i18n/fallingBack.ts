interface Texts {
  readonly [key: string]: string | Texts;
}

/** Texts of one language, those of another where there are none: `fallingBack(german, english)`. */
export function fallingBack(texts: object, fallback: object): Texts {
  const merged: Record<string, string | Texts> = { ...(fallback as Texts) };
  for (const [key, text] of Object.entries(texts as Texts)) {
    const other = merged[key];
    merged[key] = typeof text === 'string' || typeof other !== 'object' ? text : fallingBack(text, other);
  }
  return merged;
}

/** Keys of `whole` that `texts` has no text for, as paths. */
export function missingKeys(texts: object, whole: object, path = ''): string[] {
  return Object.entries(whole as Texts).flatMap(([key, text]) => {
    const place = path === '' ? key : `${path}.${key}`;
    const other = (texts as Texts)[key];
    if (typeof text === 'string') return typeof other === 'string' ? [] : [place];
    return missingKeys(typeof other === 'object' ? other : {}, text, place);
  });
}
