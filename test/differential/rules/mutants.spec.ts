import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { disagreement, runEngine } from '@backstop/core/twin';
import type { EngineAnswer } from '@backstop/core/twin';
import { fuzzCases } from './arbitrary-case.ts';
import { judgeBy } from './compiler.ts';
import type { Compiler } from './compiler.ts';
import { fuzzBudget } from './fuzz-budget.ts';
import { builtCompiler } from './mutated-compiler.ts';
import { MUTANTS } from './mutants.ts';

vi.setConfig({ testTimeout: 300_000 });

/** A mutant must be found out within so many pairs of rules and facts, a tenth of what a normal run draws. */
const PAIRS_MAX = 10_000;
const SCOPES = 10;

const { seed } = fuzzBudget();
const cases = fc.sample(fuzzCases(SCOPES), { seed, numRuns: PAIRS_MAX / SCOPES });

/** The engine's answers do not depend on the mutant: asked once, and only as far as somebody has to look. */
const answers: (readonly (readonly EngineAnswer[])[])[] = [];

const remove: (() => void)[] = [];
afterAll(() => {
  for (const one of remove) one();
});

describe(`the fuzz (RULES_SEED=${String(seed)})`, () => {
  it('finds nothing in the compiler as it stands, built the same way', async () => {
    expect(await foundAt(await built(null))).toBeNull();
  });

  it('has at least 12 mutants to find, each of its own name', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(12);
  });

  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
    'finds the mutant in which %s',
    async (_, mutant) => {
      expect(await foundAt(await built(mutant))).toBeLessThanOrEqual(PAIRS_MAX);
    },
  );
});

async function built(mutant: (typeof MUTANTS)[number] | null): Promise<Compiler> {
  const { compiler, remove: removeBuilt } = await builtCompiler(mutant);
  remove.push(removeBuilt);
  return compiler;
}

/** How many pairs it takes to see a compiler disagree with the engine, or fall over; null where it never does. */
async function foundAt(compiler: Compiler): Promise<number | null> {
  for (const [at, { list, names, scopes }] of cases.entries()) {
    const known = (answers[at] ??= await Promise.all(scopes.map((facts) => runEngine(list, names, facts))));
    const found = firstDisagreement(compiler, cases[at]!, known);
    if (found !== null) return at * SCOPES + found;
  }
  return null;
}

function firstDisagreement(
  compiler: Compiler,
  { list, names, scopes }: (typeof cases)[number],
  known: readonly (readonly EngineAnswer[])[],
): number | null {
  const judge = judgeBy(compiler, list, names);
  const found = scopes.findIndex((facts, at) => disagreement(list, judge(facts), known[at]!) !== null);
  return found < 0 ? null : found + 1;
}
