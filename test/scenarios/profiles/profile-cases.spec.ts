import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvaluation } from '@backstop/contracts';
import { policySetOf } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import type { CompiledSet } from '@backstop/core/evaluation';
import { kinds } from '@backstop/core/kinds';
import { parsePolicy } from '@backstop/core/policy';
import { decided } from '../../builders/judged.ts';
import { sha256 } from '../../builders/sha256.ts';
import { planned } from '../../laws/liquidation/planned.ts';
import { readProfile } from '../import/rules-files.ts';
import { changeAt, versionsOf } from '../import/versions-of.ts';
import { casesOf } from './case-file.ts';
import type { CaseFile } from './case-file.ts';
import { bornLoss } from './loss-of-case.ts';

/** Folders below `rules/` that have cases; a history has none. */
const PROFILES = [
  'binance-style',
  'dydx-style',
  'inverse-coin-margined',
  'perp-linear-reference',
  'retail-cfd-esma',
] as const;

function compiledProfile(profile: string): CompiledSet {
  const { set: file, policies } = readProfile(profile);
  const set = compileSet(policySetOf(versionsOf([changeAt(file.effectiveFrom, policies)]), sha256));
  if (!set.ok) throw new Error(JSON.stringify(set.problems));
  return set.value;
}

/** Holds what comes out of a case against what must. */
function expectCase(set: CompiledSet, { account, market, expected, expectedPlan, loss, expectedLoss }: CaseFile): void {
  const parsed = parseEvaluation({ account, market });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const question = { set, ...parsed.value };
  expect(decided(question)).toMatchObject(expected);
  if (expectedPlan !== undefined) expect(planned(question)).toMatchObject(expectedPlan);
  expect(expectedLoss === undefined).toBe(loss === undefined);
  if (loss !== undefined) expect(bornLoss(set, loss, question.market.asOf)).toMatchObject(expectedLoss ?? {});
}

it('every folder with cases is a profile whose cases are run', () => {
  const rules = new URL('../../../rules/', import.meta.url);
  const folders = readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const withCases = folders.filter(({ name }) => readdirSync(new URL(`${name}/`, rules)).includes('cases'));
  expect(withCases.map(({ name }) => name).toSorted()).toEqual(PROFILES);
});

describe.each(PROFILES)('rules/%s', (profile) => {
  const set = compiledProfile(profile);
  const cases = casesOf(profile);

  it('stands in canonical form with every default filled in, and compiles', () => {
    const { set: file, policies } = readProfile(profile);
    expect(file.profile).toBe(profile);
    for (const policy of policies) expect(parsePolicy(policy, kinds)).toEqual({ ok: true, value: policy });
    expect(compiledProfile(profile).hash).toBe(set.hash);
  });

  it('has no policy file that its set does not name', () => {
    const found = readdirSync(new URL(`../../../rules/${profile}/`, import.meta.url), { recursive: true });
    const files = found
      .map(String)
      .filter((name) => /^[a-z-]+\/[^/]+\.json$/.test(name) && !/^(?:cases|origin)\//.test(name));
    expect(files.toSorted()).toEqual([...readProfile(profile).set.policies].toSorted());
  });

  it.each(cases)('%s', (_name, file) => {
    expectCase(set, file);
  });

  it('is refused where a case states another figure than comes out', () => {
    const [, first] = cases[0]!;
    const wrong = { ...first.expected, scopes: first.expected.scopes.map((scope) => ({ ...scope, equity: '1.01' })) };
    expect(() => {
      expectCase(set, { ...first, expected: wrong });
    }).toThrow('to match object');
  });

  const withPlan = cases.map(([, file]) => file).find(({ expectedPlan }) => expectedPlan !== undefined);
  const withLoss = cases.map(([, file]) => file).find(({ loss }) => loss !== undefined);
  if (withPlan === undefined || withLoss === undefined) return;
  it('is refused where a plan or a loss is another', () => {
    expect(() => {
      expectCase(set, { ...withPlan, expectedPlan: { scopes: [{ end: { reason: 'nowhere' } }] } });
    }).toThrow('to match object');
    expect(() => {
      expectCase(set, { ...withLoss, expectedLoss: { uncovered: '1.01' } });
    }).toThrow('to match object');
  });
});
