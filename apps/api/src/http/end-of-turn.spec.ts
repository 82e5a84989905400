import { setImmediate as immediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { endOfTurn } from './end-of-turn.ts';

describe('the end of a turn', () => {
  it('comes after what is under way, for all who wait in the order in which they came', async () => {
    const [wait, told] = [endOfTurn(), [] as string[]];
    const first = wait().then(() => told.push('first'));
    process.nextTick(() => told.push('what is under way'));
    const second = wait().then(() => told.push('second'));
    await Promise.all([first, second]);
    expect(told).toEqual(['what is under way', 'first', 'second']);
  });

  it('is another one once it has come', async () => {
    const wait = endOfTurn();
    const before = wait();
    await before;
    expect(wait()).not.toBe(before);
  });

  it('comes at once where 32 wait, for those alone', async () => {
    const [wait, told] = [endOfTurn(), [] as string[]];
    const full = Array.from({ length: 32 }, (_, at) => wait().then(() => told.push(`of 32: ${String(at)}`)));
    const next = wait().then(() => told.push('the next'));
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toHaveLength(32);
    await immediate();
    expect(told.at(-1)).toBe('the next');
    await Promise.all([...full, next]);
  });
});
