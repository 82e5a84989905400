/** Negative, 0 or positive as an id stands before, at or after another. */
export type IdOrder = (a: string, b: string) => number;

/**
 * The order of these ids by their UTF-8 bytes, which is that of their code points.
 *
 * JavaScript compares UTF-16 units, where characters beyond U+FFFF, written as surrogates, stand before U+E000 … U+FFFF.
 * Where no id has one, the two orders are the same, and the machine's own is taken.
 */
export function idOrderOf(ids: readonly string[]): IdOrder {
  return ids.some((id) => SURROGATE.test(id)) ? compareUtf8 : compareUnits;
}

const SURROGATE = /[\ud800-\udfff]/;

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

/** A unit of a character beyond U+FFFF, so after every character that is one unit. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
