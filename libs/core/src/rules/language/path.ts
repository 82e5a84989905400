import { z } from 'zod';
import type { FactValue } from '../../venue/index.ts';
import { decimalOfLiteral, wholeNumberOf } from './literal.ts';

/** Longest path that is read. */
const PATH_MAX = 128;

/** `$`, then names and places: the part of JSONPath that has one meaning and runs no code. */
const PATH_PATTERN = /^\$(?:\.[A-Za-z_][A-Za-z0-9_-]*|\[(?:0|[1-9]\d{0,3})\])+$/;

/** A path into a structured fact as it may be written: `$.a.b[0]`. */
export const pathSchema = z
  .string()
  .max(PATH_MAX)
  .regex(PATH_PATTERN, 'must be $ followed by names and places only, such as $.a.b[0]');

/** The names and places that a path goes through. */
export function pathSteps(path: string): (string | number)[] {
  return [...path.matchAll(/\.([^.[]+)|\[(\d+)\]/g)].map(([, name, place]) => name ?? placeOf(place));
}

/** The pattern lets through no more than four digits. */
function placeOf(text = '0'): number {
  const place = decimalOfLiteral(text);
  return place === null ? 0 : (wholeNumberOf(place) ?? 0);
}

/** What stands in a value at the end of a path; null where nothing does. */
export function atPath(value: FactValue, steps: readonly (string | number)[]): FactValue | null {
  let found: FactValue = value;
  for (const step of steps) {
    if (typeof found !== 'object') return null;
    if (typeof step === 'number' ? !Array.isArray(found) : Array.isArray(found)) return null;
    if (!Object.hasOwn(found, step)) return null;
    const next: FactValue | null | undefined = (found as Readonly<Record<string | number, FactValue | null>>)[step];
    if (next === null || next === undefined) return null;
    found = next;
  }
  return found;
}
