import { describe, expect, it } from 'vitest';
import { leastRecentlyUsed } from './least-recently-used.ts';

describe('what was used least recently', () => {
  it('is forgotten first, and made anew when it is asked for again', () => {
    const made: string[] = [];
    const remembered = leastRecentlyUsed<string>(2);
    const ask = (key: string): string =>
      remembered(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
    expect(['a', 'a', 'b', 'a', 'c', 'a', 'b', 'c'].map(ask)).toEqual(['A', 'A', 'B', 'A', 'C', 'A', 'B', 'C']);
    expect(made).toEqual(['a', 'b', 'c', 'b', 'c']);
  });

  it('may be null or undefined and is still remembered', () => {
    let count = 0;
    const remembered = leastRecentlyUsed<null | undefined>(5);
    for (const key of [1, 2, 1, 2]) {
      remembered(key, () => {
        count += 1;
        return key === 1 ? null : undefined;
      });
    }
    expect(count).toBe(2);
  });
});
