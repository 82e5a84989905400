import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { InvariantError } from '../../num/index.ts';
import { allocationDigest } from './allocation-digest.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it('is of `id,units` and a line feed for every candidate, zeros included, by the bytes of the ids', () => {
  // ￥ is U+FFE5, 💰 is U+1F4B0: their UTF-16 units are in the other order.
  const ids = ['b', '💰', 'a10', '￥', 'a9', 'é'];
  const shares = [1n, 2n, 0n, 3n, 10n ** 20n, 4n];
  const text = 'a10,0\na9,100000000000000000000\nb,1\né,4\n￥,3\n💰,2\n';
  expect(allocationDigest(ids, shares, sha256)).toBe(sha256(text));
});

it('of nobody is that of no bytes', () => {
  expect(allocationDigest([], [], sha256)).toBe(sha256(''));
});

it('refuses an id that stands twice', () => {
  expect(() => allocationDigest(['b', 'a', 'b'], [1n, 2n, 3n], sha256)).toThrow(InvariantError);
});
