import type { Problem } from '../problem/index.ts';
import { pointerToken } from './pointer.ts';

const HALF_OF_A_PAIR = /\p{Surrogate}/u;

/**
 * The texts of a value that have no canonical form: half a surrogate pair is no character, and what reads it may take
 * it for any other. Walks without recursion, since what is not yet parsed may nest without end.
 */
export function illFormedTexts(value: unknown, path: string): Problem[] {
  const problems: Problem[] = [];
  const open: { readonly part: unknown; readonly at: string }[] = [{ part: value, at: path }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, at } = next;
    if (typeof part === 'string' && HALF_OF_A_PAIR.test(part)) {
      problems.push({
        code: 'invalid_text',
        path: at,
        message: 'must be well-formed text: it has half a surrogate pair',
      });
    }
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, child] of Object.entries(part)) open.push({ part: child, at: `${at}/${pointerToken(key)}` });
  }
  return problems;
}
