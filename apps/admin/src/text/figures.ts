import { pageLanguage } from './pageLanguage.ts';

/**
 * Decimal texts as people read them. Everything works on the text itself: no figure of the venue ever passes through a
 * binary float on its way to the screen.
 */

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Between thousands. German readers take a comma for the decimal point and the point for thousands, while every field, file and
 * document of the venue has its decimals behind a point: a space is what neither reader can misread.
 */
const GROUPS = { en: ',', de: '\u202f' } as const;

/** `1234567.5` → `1,234,567.5`; the sign is a real minus. What is not a decimal comes back as it is. */
export function groupDigits(text: string, language = pageLanguage()): string {
  const match = DECIMAL.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, GROUPS[language]);
  return (sign === '-' ? '\u2212' : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** The figures of a sentence, each as `groupDigits` reads it; instants, ids and names are left alone. */
export function groupWithin(sentence: string): string {
  return sentence.replace(FIGURE, (figure) => groupDigits(figure));
}

/** A decimal that stands by itself: no part of a date, a time, a path or a name. */
const FIGURE = /(?<![\w.,:/@-])-?\d+(?:\.\d+)?(?![\w:/@-]|[.,]\w)/g;

/** A fraction as a percentage: `0.0045` → `0.45`, exact, without the sign `%`. */
export function asPercent(fraction: string): string {
  return shiftPoint(fraction, 2);
}

/** A percentage as a fraction: `0.45` → `0.0045`, exact. */
export function fromPercent(percent: string): string {
  return shiftPoint(percent, -2);
}

/** Moves the decimal point to the right (left where negative) and drops what is then needless. */
function shiftPoint(text: string, places: number): string {
  const match = DECIMAL.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = '0'.repeat(Math.max(0, -places)) + whole + fraction + '0'.repeat(Math.max(0, places));
  const point = Math.max(0, -places) + whole.length + places;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const after = digits.slice(point).replace(/0+$/, '');
  const shifted = (before === '' ? '0' : before) + (after === '' ? '' : `.${after}`);
  return shifted === '0' ? '0' : sign + shifted;
}

/** At most `decimals` digits behind the point, cut off, for display only; `…` says that there are more. */
export function shorten(text: string, decimals: number): string {
  const point = text.indexOf('.');
  if (point < 0 || text.length - point - 1 <= decimals) return text;
  return decimals === 0 ? `${text.slice(0, point)}…` : `${text.slice(0, point + 1 + decimals)}…`;
}

/** 50,000 → `50k`, 1,230,000 → `1.23M`: for the axis of a picture, where the exact figure stands elsewhere. */
export function compactNumber(value: number): string {
  const magnitude = Math.abs(value);
  const sign = value < 0 ? '\u2212' : '';
  for (const [unit, suffix] of COMPACT) {
    if (magnitude >= unit) return `${sign}${trim(magnitude / unit)}${suffix}`;
  }
  return sign + trim(magnitude);
}

const COMPACT: readonly (readonly [number, string])[] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

function trim(value: number): string {
  return String(Number(value.toPrecision(3)));
}
