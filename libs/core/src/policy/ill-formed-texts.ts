import type { Problem } from '../problem/index.ts';
import { pointerToken } from './pointer.ts';

const HALF_OF_A_PAIR = /\p{Surrogate}/u;

/**
 * The texts of a value that cannot be kept as they are: half a surrogate pair is no character, and what reads it may
 * take it for any other; the null character ends a text in some places and cannot be stored in others. Walks without
 * recursion, since what is not yet parsed may nest without end.
 */
export function illFormedTexts(value: unknown, path: string): Problem[] {
  const problems: Problem[] = [];
  const open: { readonly part: unknown; readonly at: string }[] = [{ part: value, at: path }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, at } = next;
    const fault = typeof part === 'string' ? faultOf(part) : null;
    if (fault !== null) {
      problems.push({ code: 'invalid_text', path: at, message: `must be well-formed text: it has ${fault}` });
    }
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, child] of Object.entries(part)) open.push({ part: child, at: `${at}/${pointerToken(key)}` });
  }
  return problems;
}

function faultOf(text: string): string | null {
  if (HALF_OF_A_PAIR.test(text)) return 'half a surrogate pair';
  return text.includes('\0') ? 'a null character' : null;
}
