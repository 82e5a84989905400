/** What a decimal separator can be. */
export type Mark = 'point' | 'comma';

/** A number as a spreadsheet shows it; under each decimal mark the plain decimal that it is then, null where it is none. */
export interface CellNumber {
  readonly point: string | null;
  readonly comma: string | null;
  readonly isPercent: boolean;
  /** Letters or a sign of a currency beside it, as written; '' = none. */
  readonly currency: string;
  /** Whether it was shown as `1E+06`, which a spreadsheet does to numbers that it rounds. */
  readonly isScientific: boolean;
}

/** Why a text is no number that can be taken over. */
export type CellRefusal = 'error_value' | 'hidden_value' | 'negative' | 'not_a_number';

/** Digits of the whole part and of the fraction together; the longest decimal that a document may hold is longer. */
const DIGITS_MAX = 60;
const EXPONENT_MAX = 30;

const SPACES = /[\s\u00a0\u2007\u2009\u202f]/gu;
const CURRENCY = '[$€£¥₿]|[A-Z]{3,10}';
const PARTS = new RegExp(`^(${CURRENCY})?([0-9][0-9.,'’]*|[.,][0-9]+)(E[+-]?[0-9]{1,3})?(%)?(${CURRENCY})?$`, 'u');

/** Reads a cell without guessing where its decimal mark is; no figure ever passes through a binary float. */
export function cellNumber(text: string): CellNumber | CellRefusal {
  const bare = text.trim();
  if (/^#+$/.test(bare)) return 'hidden_value';
  if (/^#[A-Z/0!?]+$/i.test(bare)) return 'error_value';
  if (/^(?:[-\u2212]|\().*[0-9]/u.test(bare)) return 'negative';
  // Spaces group digits in threes, or stand beside a sign; anywhere else they part two numbers.
  if (/[0-9][^0-9]*[\s\u00a0\u2007\u2009\u202f][0-9]/u.test(bare) && !SPACED.test(bare)) return 'not_a_number';
  const match = PARTS.exec(bare.replaceAll(SPACES, '').toUpperCase());
  const [, before = '', digits = '', exponent = '', percent = '', after = ''] = match ?? [];
  if (match === null || (before !== '' && after !== '') || digits.length > DIGITS_MAX) return 'not_a_number';
  const power = exponent === '' ? 0 : Number(exponent.slice(1));
  if (Math.abs(power) > EXPONENT_MAX) return 'not_a_number';
  const isScientific = exponent !== '';
  const read = (mark: Mark): string | null => {
    // A mantissa has no groups of thousands.
    const plain = isScientific ? ungrouped(digits, mark) : plainOf(digits, mark);
    return plain === null ? null : shifted(plain, power);
  };
  const [point, comma] = [read('point'), read('comma')];
  if (point === null && comma === null) return 'not_a_number';
  return { point, comma, isPercent: percent !== '', currency: before + after, isScientific };
}

const SPACED =
  /^[^0-9]*[0-9]{1,3}(?:[\s\u00a0\u2007\u2009\u202f][0-9]{3})+(?:[.,][0-9]*)?(?:[\s\u00a0\u2007\u2009\u202f]*[^0-9\s]*)?$/u;

/** Digits with groups of thousands, as a plain decimal; null where they cannot be read so. */
function plainOf(digits: string, mark: Mark): string | null {
  const [decimalMark, groupMark] = mark === 'point' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction, ...more] = digits.split(decimalMark);
  if (more.length > 0 || (fraction !== undefined && !/^[0-9]*$/.test(fraction))) return null;
  const groups = [groupMark, "'", '’'].find((one) => whole.includes(one));
  if (groups === undefined) return joined(whole, fraction);
  const [first = '', ...rest] = whole.split(groups);
  const isGrouped = /^[1-9][0-9]{0,2}$/.test(first) && rest.every((group) => /^[0-9]{3}$/.test(group));
  return isGrouped ? joined(first + rest.join(''), fraction) : null;
}

/** The mantissa of `1.5E+06`: one mark at most, and it is the decimal one. */
function ungrouped(digits: string, mark: Mark): string | null {
  const [whole = '', fraction, ...more] = digits.split(mark === 'point' ? '.' : ',');
  return more.length > 0 || (fraction !== undefined && !/^[0-9]*$/.test(fraction)) ? null : joined(whole, fraction);
}

function joined(whole: string, fraction: string | undefined): string | null {
  if (!/^[0-9]*$/.test(whole) || (whole === '' && (fraction ?? '') === '')) return null;
  return (fraction ?? '') === '' ? whole : `${whole}.${fraction ?? ''}`;
}

/** A plain decimal times ten to a power, without needless zeros. */
export function shifted(plain: string, power: number): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = '0'.repeat(Math.max(0, -power)) + whole + fraction + '0'.repeat(Math.max(0, power));
  const point = Math.max(0, -power) + whole.length + power;
  const before = digits.slice(0, point).replace(/^0+(?=[0-9])/, '');
  const after = digits.slice(point).replace(/0+$/, '');
  return (before === '' ? '0' : before) + (after === '' ? '' : `.${after}`);
}
