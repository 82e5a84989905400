import type { SemanticComparison, SemanticDifference } from '../../policy/index.ts';
import { factsAskedBy, factTexts, isRatio, scopeCatalogue } from '../../rules/index.ts';
import type { CatalogueFact } from '../../rules/index.ts';
import { bindTrigger } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import { isBindable } from './check.ts';
import { effectOf, moveText } from './compare-triggers.ts';
import { factsDeclaredOtherwise } from './diff-facts.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { comparedScopes, movesBetween } from './trigger-moves.ts';
import type { Move, Outcome } from './trigger-moves.ts';
import { severityIn, severityOfActions } from './zone-severity.ts';

/** More differences than this are not told; what they come to is still found out as far as it goes. */
const DIFFERENCES_MAX = 100;

/** What one trigger does otherwise than another to scopes with a margin requirement, with any history. */
export function compareVersions(
  before: LiquidationTriggerDocument,
  after: LiquidationTriggerDocument,
): SemanticComparison {
  if (!isBindable(before) || !isBindable(after)) return unknown('a name in one of the documents means nothing', []);
  const [otherwise] = factsDeclaredOtherwise(before, after);
  if (otherwise !== undefined) return unknown(`rules ask for \`${otherwise}\`, which is declared otherwise`, []);
  const [then, now] = [bindTrigger(before), bindTrigger(after)];
  const scopes = comparedScopes(scopeCatalogue([...before.facts, ...after.facts]));
  const facts = factsOf([then, now], scopes.space.catalogue);
  const directions = new Set<Direction>();
  const differences: SemanticDifference[] = [];
  for (const move of movesBetween(then, now, scopes)) {
    if (typeof move === 'string') return unknown(move, differences);
    const direction = directionOf(move, then, now);
    directions.add(direction);
    differences.push(differenceOf(move, direction, facts, scopes.space.catalogue));
    if (differences.length >= DIFFERENCES_MAX) {
      return unknown(`more than ${String(DIFFERENCES_MAX)} pairs of zones differ`, differences);
    }
  }
  return answered(directions, differences);
}

/** `other`: another zone or other actions of which none is more severe than those before. */
type Direction = 'stricter' | 'looser' | 'other';

function answered(directions: ReadonlySet<Direction>, differences: SemanticDifference[]): SemanticComparison {
  const [only] = directions;
  if (only === undefined) return { answer: 'equivalent', sentence: SENTENCES.equivalent, reason: null, differences };
  const answer = directions.size > 1 || only === 'other' ? 'incomparable' : only;
  return { answer, sentence: SENTENCES[answer], reason: null, differences };
}

const SENTENCES = {
  equivalent: 'Every account comes to the same zone with the same actions as before.',
  stricter: 'Every account that comes to another zone or other actions comes to more severe ones.',
  looser: 'Every account that comes to another zone or other actions comes to milder ones.',
  incomparable: 'Some accounts come to more severe zones or actions, others to milder ones, or to others as severe.',
} as const;

function unknown(reason: string, differences: SemanticDifference[]): SemanticComparison {
  const sentence = `What it does otherwise is not known${differences.length > 0 ? ' in full' : ''}: ${reason}.`;
  return { answer: 'unknown', sentence, reason, differences };
}

/** Zones of both triggers are ordered by the newer one, those that only the older one has by that. */
function directionOf({ from, to }: Move, before: BoundTrigger, after: BoundTrigger): Direction {
  const [then, now] = [levelOf(from), levelOf(to)];
  if (then !== now) return now > then ? 'stricter' : 'looser';
  if (from.zone === to.zone) return effectOf(from.actions, to.actions) === 'loosens' ? 'looser' : 'stricter';
  const ordering = [after, before].find((trigger) => knows(trigger, from) && knows(trigger, to));
  if (ordering === undefined) return 'other';
  const difference = severityIn(ordering, to.zone, to.actions) - severityIn(ordering, from.zone, from.actions);
  return difference > 0 ? 'stricter' : difference < 0 ? 'looser' : 'other';
}

function levelOf({ zone, actions }: Outcome): number {
  // What cannot be judged is kept from new risk, yet is milder than any zone that keeps it from something.
  return zone === null ? 1.5 : severityOfActions(actions);
}

function knows({ rules }: BoundTrigger, { zone }: Outcome): boolean {
  return zone === null || zone === 'healthy' || rules.some((rule) => rule.zone === zone);
}

function differenceOf(
  move: Move,
  direction: Direction,
  facts: readonly CatalogueFact[],
  catalogue: Parameters<typeof factTexts>[2],
): SemanticDifference {
  const { from, to, witness, previousZone } = move;
  const sentence = moveText(move);
  const history = previousZone === null ? '' : `${witness.text === '' ? '' : ', '}previous zone ${previousZone}`;
  return {
    // What cannot be ordered is not said to be looser.
    direction: direction === 'other' ? 'stricter' : direction,
    from: from.zone,
    to: to.zone,
    sentence: `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`,
    pointers: [to.pointer],
    witness: { facts: factTexts(facts, witness.facts, catalogue), text: witness.text + history, zone: to.zone },
  };
}

function factsOf(triggers: readonly BoundTrigger[], catalogue: Parameters<typeof factTexts>[2]): CatalogueFact[] {
  const conditions = triggers.flatMap(({ rules, exits }) =>
    [...rules, ...exits.values()].map(({ condition }) => condition),
  );
  return factsAskedBy(conditions, catalogue).filter((fact) => !isRatio(fact));
}
