import { parseEvaluation } from '@backstop/contracts';
import type { CompiledSet } from '@backstop/core/evaluation';
import { decimalOf } from '@backstop/core/policy';
import { startImpact } from '@backstop/core/simulation';
import type { Figure } from './figure.ts';
import { rate } from './rate.ts';
import { sha256 } from '../builders/sha256.ts';
import { referenceSet } from './reference-set.ts';
import { sampleRequest, THREE_CONTRACTS } from './sample-request.ts';

/** Those of the shipped guardrail. */
const SHOCKS = ['-0.25', '-0.1', '0.1', '0.25'];

/** One thread of this process, under the 349 real ladders twice: two judgements of an account at each move of prices. */
export function impactSuite(): Figure[] {
  // Two sets that are compiled apart, so that nothing is shared between them.
  const [before, after] = [referenceSet(), referenceSet()];
  return [
    ...figures('3 positions, at no move of prices', impacts(before, after, [])),
    ...figures('3 positions, at none and at four moves', impacts(before, after, SHOCKS)),
  ];
}

function impacts(before: CompiledSet, after: CompiledSet, shocks: readonly string[]) {
  const parsed = parseEvaluation(sampleRequest(THREE_CONTRACTS));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { account, market } = parsed.value;
  const run = startImpact({ before, after, shocks: shocks.map(decimalOf), fundBalances: new Map(), sha256 });
  const measured = rate(() => {
    run.add(account, market);
  });
  const { judged, notJudged } = run.report();
  if (judged === 0 || notJudged.length > 0) throw new Error('the account was refused');
  return measured;
}

function figures(name: string, { best, median }: ReturnType<typeof impacts>): Figure[] {
  const figure = { suite: 'impact', unit: 'accounts/s', aim: null };
  return [
    { ...figure, name, value: best },
    { ...figure, name: `${name}, median round`, value: median },
  ];
}
