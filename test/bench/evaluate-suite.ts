import { parseEvaluation } from '@backstop/contracts';
import { evaluate, judge } from '@backstop/core/evaluation';
import type { CompiledSet } from '@backstop/core/evaluation';
import { sha256 } from '../builders/sha256.ts';
import type { Figure } from './figure.ts';
import { rate } from './rate.ts';
import type { Rate } from './rate.ts';
import { referenceSet } from './reference-set.ts';
import { referenceContracts, sampleRequest, THREE_CONTRACTS } from './sample-request.ts';

/** One thread of this process, one account after another, under the 349 real ladders; liquidation prices included. */
export function evaluateSuite(): Figure[] {
  const set = referenceSet();
  const three = sampleRequest(THREE_CONTRACTS);
  const thirty = sampleRequest(referenceContracts(30));
  const bytes = Buffer.from(JSON.stringify(three));
  const fromBytes = rate(() => answer(set, bytes));
  return [
    ...figures('3 positions, parsed account to judgement', judgements(set, three), 50_000),
    ...figures('3 positions, with text and hashes', decisions(set, three), null),
    ...figures('3 positions, from bytes to bytes', fromBytes, null),
    ...figures('30 positions, parsed account to judgement', judgements(set, thirty), null),
    ...figures('30 positions, with text and hashes', decisions(set, thirty), null),
  ];
}

function judgements(set: CompiledSet, request: unknown): Rate {
  const { account, market } = parsed(request);
  const question = { set, account, market, asOf: market.asOf };
  return rate(() => {
    if (!judge(question).ok) throw new Error('the account was refused');
  });
}

function decisions(set: CompiledSet, request: unknown): Rate {
  const { account, market } = parsed(request);
  const question = { set, account, market, asOf: market.asOf, explain: false, sha256 };
  return rate(() => {
    if (!evaluate(question).ok) throw new Error('the account was refused');
  });
}

function answer(set: CompiledSet, bytes: Buffer): Buffer {
  const { account, market } = parsed(JSON.parse(bytes.toString('utf8')));
  const decision = evaluate({ set, account, market, asOf: market.asOf, explain: false, sha256 });
  if (!decision.ok) throw new Error('the account was refused');
  return Buffer.from(JSON.stringify(decision.value));
}

function parsed(request: unknown) {
  const evaluation = parseEvaluation(request);
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.problems));
  return evaluation.value;
}

/** An aim is held against the best round: the machine may have others on it. */
function figures(name: string, { best, median }: Rate, aim: number | null): Figure[] {
  const figure = { suite: 'evaluate', unit: 'accounts/s' };
  return [
    { ...figure, name, value: best, aim },
    { ...figure, name: `${name}, median round`, value: median, aim: null },
  ];
}
