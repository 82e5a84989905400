import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvaluation } from '@backstop/contracts';
import { policySetOf } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import { decided } from '../../builders/judged.ts';
import { sha256 } from '../../builders/sha256.ts';
import { readProfile, rulesFile } from './rules-files.ts';
import { changeAt, versionsOf } from './versions-of.ts';

const PROFILE = 'perp-linear-reference';
const { set: file, policies } = readProfile(PROFILE);
const set = compileSet(policySetOf(versionsOf([changeAt(file.effectiveFrom, policies)]), sha256));
if (!set.ok) throw new Error(JSON.stringify(set.problems));
const compiledSet = set.value;

interface Case {
  readonly title: string;
  readonly account: unknown;
  readonly market: unknown;
  /** What must come out; figures that it does not name may be anything. */
  readonly expected: { readonly outcome: string; readonly scopes: readonly object[] };
}

const names = readdirSync(new URL(`../../../rules/${PROFILE}/cases/`, import.meta.url)).toSorted();

describe('cases of the reference profile', () => {
  it.each(names)('%s', (name) => {
    const { account, market, expected } = JSON.parse(rulesFile(`${PROFILE}/cases/${name}`)) as Case;
    const parsed = parseEvaluation({ account, market });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(decided({ set: compiledSet, ...parsed.value })).toMatchObject(expected);
  });
});
