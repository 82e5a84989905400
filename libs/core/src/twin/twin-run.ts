import { formatDecimal } from '../num/index.ts';
import type { Problem } from '../problem/index.ts';
import type { Names, ScopeFacts } from '../rules/index.ts';
import { askedFacts } from './asked-facts.ts';
import { boundaryFacts } from './boundary-facts.ts';
import { compiledJudge } from './compiled-answer.ts';
import { disagreement } from './disagreement.ts';
import type { Disagreement } from './disagreement.ts';
import { placedLeaves } from './placed-leaves.ts';
import { runEngine } from './run-engine.ts';
import type { TwinRule } from './twin-rule.ts';

/** Most leaves that one twin run lets json-rules-engine judge, at about 20 µs each. */
const LEAVES_JUDGED_MAX = 60_000;

/** Scopes between two pauses: about 20 ms of five rules. */
const SCOPES_WITHOUT_PAUSE = 100;

/** Most disagreements that are told; one is enough to refuse a document. */
const PROBLEMS_MAX = 10;

/** What a rule list was found to be when json-rules-engine judged it beside the compiled program. */
export interface TwinReport {
  /** `twin_disagrees`, at most ten, one for a place in the document; empty where both agree on all that was judged. */
  readonly problems: readonly Problem[];
  /** Scopes that both judged, and how many there are at the borders of the list: fewer where the work was bounded. */
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
  const borders = boundaryFacts(list, names);
  const scopes = borders.slice(0, Math.max(1, Math.floor(LEAVES_JUDGED_MAX / leaves.length)));
  const judge = compiledJudge(list, names);
  const problems = new Map<string, Problem>();
  const seen = new Map<string, Set<boolean | null>>(leaves.map(({ pointer }) => [pointer, new Set()]));
  let judged = 0;
  for (const facts of scopes) {
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
    if (problems.size === PROBLEMS_MAX) break;
  }
  return {
    problems: [...problems.values()],
    judged,
    borders: borders.length,
    leaves: seen.size,
    leavesSeenBothWays: [...seen.values()].filter((results) => results.has(true) && results.has(false)).length,
  };
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
  return [...new Set(read)].map((name) => `${name} ${valueText(values[name])}`).join(', ');
}

function valueText(value: unknown): string {
  const isDecimal = typeof value === 'object' && value !== null && 'coefficient' in value;
  return isDecimal ? formatDecimal(value as ScopeFacts['equity'] & object) : JSON.stringify(value);
}
