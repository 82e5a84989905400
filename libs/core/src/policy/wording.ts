const QUOTED_MAX = 64;

/** The author's own words in backticks, shortened where they are long; of a list or an object only what it is. */
export function quoted(value: unknown): string {
  const text = Array.isArray(value) ? '[…]' : typeof value === 'object' && value !== null ? '{…}' : String(value);
  return '`' + (text.length > QUOTED_MAX ? text.slice(0, QUOTED_MAX) + '…' : text) + '`';
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named fields',
  record: 'an object with named fields',
  null: 'null',
};

/** What a place expects, in plain words. */
export function typeInWords(expected: string): string {
  return WORDS[expected] ?? 'another value';
}
