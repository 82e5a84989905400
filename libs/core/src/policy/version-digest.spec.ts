import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { versionDigest } from './index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const scope = { contracts: ['A'], tags: undefined };

it('covers scope and document, and nothing else', () => {
  const digest = versionDigest({ scope, document: { rate: '0.1' }, ends: false }, sha256);
  expect(digest).toBe(sha256('{"document":{"rate":"0.1"},"scope":{"contracts":["A"]}}'));
});

it('of an end says only that it ends', () => {
  expect(versionDigest({ scope, document: null, ends: true }, sha256)).toBe(
    sha256('{"end":true,"scope":{"contracts":["A"]}}'),
  );
});
