import { InvariantError } from '../num/index.ts';

/**
 * The one text of a plain JSON value: RFC 8785 (keys by UTF-16 code units, no spaces, ECMAScript numbers).
 *
 * Throws `InvariantError` for what JSON cannot say: undefined, NaN, infinities, bigint, functions, objects that are
 * not plain, and texts with half a surrogate pair. Inputs have been parsed by a schema, so that none of them gets here.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return textOf(value);
    case 'number':
      if (!Number.isFinite(value)) throw new InvariantError(`no canonical form for the number ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listOf(value) : objectOf(value);
    default:
      throw new InvariantError(`no canonical form for ${typeof value}`);
  }
}

function listOf(list: readonly unknown[]): string {
  let text = '[';
  // By index: a hole in a sparse list is undefined and refused.
  for (let index = 0; index < list.length; index += 1) text += (index === 0 ? '' : ',') + canonicalJson(list[index]);
  return text + ']';
}

function objectOf(object: object): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new InvariantError('no canonical form for an object that is not plain');
  }
  const fields = object as Readonly<Record<string, unknown>>;
  let text = '{';
  let separator = '';
  // The default sort compares UTF-16 code units, which is the order that RFC 8785 asks for.
  for (const key of Object.keys(fields).sort()) {
    text += separator + textOf(key) + ':' + canonicalJson(fields[key]);
    separator = ',';
  }
  return text + '}';
}

const HALF_OF_A_PAIR = /\p{Surrogate}/u;

function textOf(text: string): string {
  if (HALF_OF_A_PAIR.test(text)) throw new InvariantError('no canonical form for half a surrogate pair');
  return JSON.stringify(text);
}
