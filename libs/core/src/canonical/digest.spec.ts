import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { digestOf } from './index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it('is SHA-256 over the UTF-8 bytes of the canonical text', () => {
  expect(digestOf({ b: '€', a: [1, null] }, sha256)).toBe(sha256('{"a":[1,null],"b":"€"}'));
});

it('does not see the order of keys, and sees the order of a list', () => {
  expect(digestOf({ a: 1, b: 2 }, sha256)).toBe(digestOf({ b: 2, a: 1 }, sha256));
  expect(digestOf([1, 2], sha256)).not.toBe(digestOf([2, 1], sha256));
});

it('gives the published digest of a text', () => {
  // FIPS 180-2, appendix B.1: SHA-256 of the three bytes abc.
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
