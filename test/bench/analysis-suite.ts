import { kinds } from '@backstop/core/kinds';
import { adversarialTrigger, plainTrigger } from './analysis-documents.ts';
import type { Figure } from './figure.ts';

const ROUNDS = 5;

const { analyze } = kinds['liquidation-trigger'];

/** How long an analysis takes: every question about one document, and about two versions of it. */
export function analysisSuite(): Figure[] {
  const seeds = [1, 2, 3, 4, 5];
  const plain = seeds.map((seed) => plainTrigger(40, seed));
  const facts = median(plain.map((document) => seconds(() => analyze(document, null))));
  const versions = median(plain.map((document, at) => seconds(() => analyze(document, plain.at(at - 1) ?? document))));
  const worst = Math.max(...[1, 2].map((seed) => seconds(() => analyze(adversarialTrigger(seed), null), 1)));
  return [
    figure('40 rules, 6 facts, one document', 1 / facts, 1),
    figure('40 rules, 6 facts, beside another version', 1 / versions, null),
    figure('64 tangled rules of 24 comparisons, stopped at the bound', 1 / worst, 1 / 5),
  ];
}

/** Aims are lower bounds: analyses per second, so that one in less than a second is more than one a second. */
function figure(name: string, value: number, aim: number | null): Figure {
  return { suite: 'analysis', name, value, unit: 'analyses/s', aim };
}

function seconds(call: () => unknown, rounds = ROUNDS): number {
  return median(
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      call();
      return (performance.now() - start) / 1000;
    }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
