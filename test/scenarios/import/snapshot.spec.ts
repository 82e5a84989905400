import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policySetOf } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import { kinds } from '@backstop/core/kinds';
import { fromSnapshot } from '@backstop/core/kinds/margin-tiers/import';
import { parseDocument, parsePolicy } from '@backstop/core/policy';
import { sha256 } from '../../builders/sha256.ts';
import { publishedSnapshot, readProfile } from './rules-files.ts';
import type { PublishedTier } from './rules-files.ts';
import { changeAt, versionsOf } from './versions-of.ts';

const SENTINEL = '9223372036854775807';
const snapshot = publishedSnapshot();
const imported = fromSnapshot(snapshot);

/** What a policy must say of a published row: the same figures, and no cap for the venue's sentinel. */
const asPublished = (row: PublishedTier): object => ({
  ...row,
  notionalCap: row.notionalCap === SENTINEL ? null : row.notionalCap,
  initialMarginRate: null,
});

describe('the ladders of 2024-10-24', () => {
  it('all 349 import with zero problems', () => {
    expect(imported.problems).toEqual([]);
    expect(imported.policies).toHaveLength(349);
  });

  it('every published figure stands in its policy', () => {
    for (const { key, document } of imported.policies) {
      expect((document as { tiers: unknown }).tiers, key).toEqual(snapshot.instruments[key]!.map(asPublished));
    }
  });

  it('the one sentinel is read as unbounded, and noted', () => {
    expect(imported.notes.map(({ contract, tier, code }) => [contract, tier, code])).toEqual([
      ['BTCSTUSDT', 6, 'sentinel_cap_read_as_unbounded'],
    ]);
  });
});

describe('the reference profile', () => {
  const { set, policies } = readProfile('perp-linear-reference');

  it('carries exactly the imported ladders', () => {
    expect(policies.filter(({ kind }) => kind === 'margin-tiers')).toEqual(imported.policies);
  });

  it('holds each policy in canonical form', () => {
    for (const policy of policies) expect(parsePolicy(policy, kinds), policy.key).toEqual({ ok: true, value: policy });
  });

  it('is a set that may decide', () => {
    const compiled = compileSet(policySetOf(versionsOf([changeAt(set.effectiveFrom, policies)]), sha256));
    expect(compiled.ok ? [] : compiled.problems).toEqual([]);
  });

  it('judges by the example document of the trigger', () => {
    const example = readFileSync(
      new URL('../../../libs/core/src/kinds/liquidation-trigger/fixtures/valid/reference.json', import.meta.url),
      'utf8',
    );
    const trigger = policies.find(({ kind }) => kind === 'liquidation-trigger')!;
    expect(parseDocument(kinds['liquidation-trigger'], JSON.parse(example))).toEqual({
      ok: true,
      value: trigger.document,
    });
  });

  it('invents neither tick nor lot', () => {
    const specification = policies.find(({ kind }) => kind === 'contract-specification')!;
    const { contracts } = specification.document as { contracts: { tickSize: unknown; lotSize: unknown }[] };
    expect(contracts).toHaveLength(349);
    expect(contracts.every(({ tickSize, lotSize }) => tickSize === null && lotSize === null)).toBe(true);
  });
});
