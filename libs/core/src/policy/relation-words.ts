import { compare, parseDecimal } from '../num/index.ts';
import { parseInstant } from '../venue/index.ts';

/** Which relation holds between what a finding observed and its limit: `is above`, `is at` or `is below`. */
export function relationWords(observed: string | null, limit: string | null): string {
  const left = observed === null ? null : parseDecimal(observed);
  const right = limit === null ? null : parseDecimal(limit);
  if (left === null || right === null) return 'is not comparable with';
  const order = compare(left, right);
  return order > 0 ? 'is above' : order < 0 ? 'is below' : 'is at';
}

/** The same of two instants in RFC 3339: `is after`, `is at` or `is before`. */
export function instantRelationWords(observed: string | null, limit: string | null): string {
  const left = observed === null ? null : parseInstant(observed);
  const right = limit === null ? null : parseInstant(limit);
  if (left === null || right === null) return 'is not comparable with';
  return left > right ? 'is after' : left < right ? 'is before' : 'is at';
}
