import { formatDecimal } from '../num/index.ts';
import type { Problem } from '../problem/index.ts';
import type { Names, ScopeFacts } from '../rules/index.ts';
import { askedFacts } from './asked-facts.ts';
import { boundaryFacts } from './boundary-facts.ts';
import { compiledJudge } from './compiled-answer.ts';
import { disagreement } from './disagreement.ts';
import type { Disagreement } from './disagreement.ts';
import { literalsOf } from './literals-of.ts';
import { placedLeaves } from './placed-leaves.ts';
import type { PlacedLeaf } from './placed-leaves.ts';
import { runEngine } from './run-engine.ts';
import type { TwinRule } from './twin-rule.ts';

/** Most leaves that one twin run lets json-rules-engine judge, at about 20 µs each. */
const LEAVES_JUDGED_MAX = 60_000;

/** So many more values in a leaf's list take as long as one more leaf. */
const VALUES_OF_A_LEAF = 8;

/** Scopes between two pauses: about 20 ms of five rules. */
const SCOPES_WITHOUT_PAUSE = 100;

/** Most disagreements that are told; one is enough to refuse a document. */
const PROBLEMS_MAX = 10;

/** What a rule list was found to be when json-rules-engine judged it beside the compiled program. */
export interface TwinReport {
  /** `twin_disagrees`, at most ten, one for a place in the document; empty where both agree on all that was judged. */
  readonly problems: readonly Problem[];
  /**
   * Scopes that both judged, and how many there are at the borders of the list: as many where all were judged; where
   * the work was bounded, at most how many, those that come out alike counted for each border that they are at.
   */
  readonly judged: number;
  readonly borders: number;
  /** Leaves of the list, and how many of them were seen both true and false. */
  readonly leaves: number;
  readonly leavesSeenBothWays: number;
}

/**
 * Judges a rule list by the compiled program and by json-rules-engine, on scopes at the borders of its comparisons.
 * An engine of its own for every scope, so that nothing of one run is left to another.
 *
 * `pause` is awaited now and then, so that a host that serves others meanwhile can let them in.
 *
 * The list must have been checked: throws `InvariantError` for what `checkConditions` refuses.
 */
export async function twinRun(
  list: readonly TwinRule[],
  names: Names,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<TwinReport> {
  const leaves = list.flatMap(({ conditions, pointer }) => placedLeaves(conditions, pointer, names));
  const judge = compiledJudge(list, names);
  const problems = new Map<string, Problem>();
  const seen = new Map<string, Set<boolean | null>>(leaves.map(({ pointer }) => [pointer, new Set()]));
  const { scopes, countMax } = boundaryFacts(list, names, (pointer) => isSeenBothWays(seen.get(pointer)));
  const judgedMax = Math.max(1, Math.floor(LEAVES_JUDGED_MAX / workOf(leaves)));
  let judged = 0;
  let isComplete = true;
  for (const facts of scopes) {
    isComplete = judged < judgedMax && problems.size < PROBLEMS_MAX;
    if (!isComplete) break;
    if (judged % SCOPES_WITHOUT_PAUSE === SCOPES_WITHOUT_PAUSE - 1) await pause();
    const answers = await runEngine(list, names, facts);
    judged += 1;
    for (const { leaves: told } of answers) {
      for (const { pointer, result } of told.values()) seen.get(pointer)?.add(result);
    }
    const found = disagreement(list, judge(facts), answers);
    if (found !== null && !problems.has(found.pointer)) {
      problems.set(found.pointer, problemOf(found, factsText(facts, askedFacts(list, names), names)));
    }
  }
  return {
    problems: [...problems.values()],
    judged,
    borders: isComplete ? judged : countMax,
    leaves: seen.size,
    leavesSeenBothWays: [...seen.values()].filter(isSeenBothWays).length,
  };
}

function isSeenBothWays(results: ReadonlySet<boolean | null> | undefined): boolean {
  return results?.has(true) === true && results.has(false);
}

/** What one scope takes, in leaves without a list. */
function workOf(leaves: readonly PlacedLeaf[]): number {
  const more = leaves.map(({ leaf }) => Math.max(0, literalsOf(leaf.value).length - 1) / VALUES_OF_A_LEAF);
  return more.reduce((sum, work) => sum + work, leaves.length);
}

function problemOf({ pointer, compiled, engine }: Disagreement, facts: string): Problem {
  const message = `compiled: \`${compiled}\`; json-rules-engine: \`${engine}\`; where ${facts}`;
  return { code: 'twin_disagrees', path: pointer, message };
}

/** The facts that a list asks for, parts in place of ratios and of what they are part of: `equity 99, days 3`. */
function factsText(facts: ScopeFacts, asked: ReadonlySet<string>, names: Names): string {
  const read = [...asked].flatMap((name) => {
    const fact = names.facts.get(name);
    const { numerator, denominator } = fact ?? { numerator: null, denominator: null };
    return numerator === null || denominator === null ? [fact?.within?.fact ?? name] : [numerator, denominator];
  });
  const values: Readonly<Record<string, unknown>> = { ...facts, ...facts.venue };
  return [...new Set(read)]
    .map((name) => `${name} ${valueText(Object.hasOwn(values, name) ? values[name] : null)}`)
    .join(', ');
}

function valueText(value: unknown): string {
  const isDecimal = typeof value === 'object' && value !== null && 'coefficient' in value;
  return isDecimal ? formatDecimal(value as ScopeFacts['equity'] & object) : JSON.stringify(value);
}
