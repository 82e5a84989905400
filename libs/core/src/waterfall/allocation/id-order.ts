import { slotsOf } from './pivot-among.ts';

/** Negative, 0 or positive as an id stands before, at or after another. */
export type IdOrder = (a: string, b: string) => number;

/**
 * The order of these ids by their UTF-8 bytes, which is that of their code points.
 *
 * JavaScript compares UTF-16 units, where characters beyond U+FFFF, written as surrogates, stand before U+E000 … U+FFFF: only
 * where an id has such characters are they compared by hand.
 */
export function idOrderOf(ids: readonly string[]): IdOrder {
  return ids.some((id) => SURROGATE.test(id)) ? compareUtf8 : compareUnits;
}

/** Places of these ids in the order of their UTF-8 bytes. Keys of the first characters that differ decide most comparisons. */
export function placesById(ids: readonly string[]): Int32Array {
  const keys = keysOf(ids);
  const compare = idOrderOf(ids);
  return slotsOf(ids.length).sort((a, b) => {
    const apart = (keys[a] ?? 0) - (keys[b] ?? 0);
    return apart === 0 ? compare(ids[a] ?? '', ids[b] ?? '') : apart;
  });
}

/** What each of these ids has for a place in the order of their UTF-8 bytes, from 0. */
export function idRanks(ids: readonly string[]): Int32Array {
  const ranks = new Int32Array(ids.length);
  placesById(ids).forEach((place, rank) => (ranks[place] = rank));
  return ranks;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Characters of a key, and what one can be: the end of the id, one of 255 units, or any unit above. */
const KEY_LENGTH = 6;
const KEY_BASE = 257;
const KEY_DIGIT_MAX = KEY_BASE - 1;

/**
 * Numbers that never stand the other way round than the ids: the first units after what all begin with. From a unit that has
 * no digit of its own on, a key says nothing more. 257^6 is a safe integer.
 */
function keysOf(ids: readonly string[]): Float64Array {
  const start = sharedStart(ids);
  const keys = new Float64Array(ids.length);
  for (let place = 0; place < keys.length; place += 1) keys[place] = keyOf(ids[place] ?? '', start);
  return keys;
}

function keyOf(id: string, start: number): number {
  let key = 0;
  let isOpen = true;
  for (let at = start; at < start + KEY_LENGTH; at += 1) {
    const digit = isOpen && at < id.length ? Math.min(id.charCodeAt(at) + 1, KEY_DIGIT_MAX) : 0;
    if (digit === KEY_DIGIT_MAX) isOpen = false;
    key = key * KEY_BASE + digit;
  }
  return key;
}

/** How many units all ids begin with alike. */
function sharedStart(ids: readonly string[]): number {
  const first = ids[0] ?? '';
  let shared = first.length;
  for (const id of ids) {
    let at = 0;
    while (at < shared && id.charCodeAt(at) === first.charCodeAt(at)) at += 1;
    shared = at;
  }
  return shared;
}

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
