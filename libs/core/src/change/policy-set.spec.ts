import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PolicyVersion } from '../policy/index.ts';
import { policySetOf } from './index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const version = (policy: string, digest: string, number = 1): PolicyVersion => ({
  policy,
  version: number,
  kind: 'margin-tiers',
  title: policy,
  scope: { contracts: '*' },
  document: {},
  ends: false,
  digest,
  mode: 'enforce',
  effectiveFrom: 0,
  effectiveUntil: null,
  approvedAt: 0,
  approvalSequence: 1,
});

it('hashes one line per version, sorted by policy id, joined by line feeds', () => {
  const set = policySetOf([version('margin-tiers.B', 'bb'), version('margin-tiers.A', 'aa')], sha256);
  expect(set.hash).toBe(sha256('margin-tiers.A,aa\nmargin-tiers.B,bb'));
  expect(set.versions.map(({ policy }) => policy)).toEqual(['margin-tiers.A', 'margin-tiers.B']);
});

it('does not see version numbers: the same content has the same hash in every database', () => {
  const one = policySetOf([version('margin-tiers.A', 'aa', 1)], sha256);
  expect(policySetOf([version('margin-tiers.A', 'aa', 7)], sha256).hash).toBe(one.hash);
  expect(policySetOf([version('margin-tiers.A', 'ab', 1)], sha256).hash).not.toBe(one.hash);
});

it('of nothing is the hash of the empty text', () => {
  expect(policySetOf([], sha256)).toEqual({ hash: sha256(''), versions: [] });
});
