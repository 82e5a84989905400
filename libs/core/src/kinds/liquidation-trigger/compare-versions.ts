import type { SemanticComparison, SemanticDifference } from '../../policy/index.ts';
import { factsAskedBy, factTexts, isRatio } from '../../rules/index.ts';
import type { CatalogueFact, FactCatalogue } from '../../rules/index.ts';
import { bindTrigger } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import { isBindable } from './check.ts';
import { moveText } from './compare-triggers.ts';
import { comparedFacts } from './compared-facts.ts';
import { comparisonOf, notCompared } from './comparison-of.ts';
import type { ToldMove } from './comparison-of.ts';
import { diffMarks } from './diff-marks.ts';
import { factsDeclaredOtherwise } from './facts-declared-otherwise.ts';
import { directionOf } from './move-direction.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { comparedScopes, movesBetween } from './trigger-moves.ts';
import type { Move } from './trigger-moves.ts';

/** More moves than this are not told; what they come to is still found out as far as it goes. */
const MOVES_MAX = 100;

/**
 * What the rules and exits of one trigger do otherwise than those of another to scopes with a margin requirement whose
 * facts are known, with any history, where marks are believed and nothing is on hold. Where marks or holds differ too,
 * no answer about every account is given.
 */
export function compareVersions(
  before: LiquidationTriggerDocument,
  after: LiquidationTriggerDocument,
): SemanticComparison {
  if (!isBindable(before) || !isBindable(after)) return notCompared('a name in one of the documents means nothing', []);
  const [otherwise] = factsDeclaredOtherwise(before, after).keys();
  if (otherwise !== undefined) return notCompared(`rules ask for \`${otherwise}\`, which is declared otherwise`, []);
  const [then, now] = [bindTrigger(before), bindTrigger(after)];
  const scopes = comparedScopes(comparedFacts(before, after));
  const facts = factsOf([then, now], scopes.space.catalogue);
  const told: ToldMove[] = [];
  for (const move of movesBetween(then, now, scopes)) {
    if (typeof move === 'string') return notCompared(move, told);
    const direction = directionOf(move, then, now);
    const isOrdered = direction === 'stricter' || direction === 'looser';
    const difference = isOrdered ? differenceOf(move, direction, facts, scopes.space.catalogue) : null;
    told.push({ direction, text: moveText(move), difference });
    if (told.length >= MOVES_MAX) return notCompared(`more than ${String(MOVES_MAX)} pairs of zones differ`, told);
  }
  return comparisonOf(told, marksThatDiffer(before, after));
}

/** What is about marks and holds and differs, in words, each once; the reason of a hold does nothing to an account. */
function marksThatDiffer(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): string[] {
  const rows = diffMarks(before, after).filter(({ effect }) => effect !== 'none');
  return [...new Set(rows.map(({ path }) => WORDS.find(([start]) => path.startsWith(start))?.[1] ?? path))];
}

const WORDS = [
  ['/markAgeMaxSeconds', 'the age up to which marks are believed'],
  ['/markBand', 'the mark band'],
  ['/holds', 'the holds'],
] as const;

function differenceOf(
  move: Move,
  direction: SemanticDifference['direction'],
  facts: readonly CatalogueFact[],
  catalogue: FactCatalogue,
): SemanticDifference {
  const { from, to, witness, previousZone } = move;
  const sentence = moveText(move);
  const history = previousZone === null ? '' : `${witness.text === '' ? '' : ', '}previous zone ${previousZone}`;
  return {
    direction,
    from: from.zone,
    to: to.zone,
    sentence: `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`,
    pointers: [to.pointer],
    witness: { facts: factTexts(facts, witness.facts, catalogue), text: witness.text + history, zone: to.zone },
  };
}

function factsOf(triggers: readonly BoundTrigger[], catalogue: FactCatalogue): CatalogueFact[] {
  const conditions = triggers.flatMap(({ rules, exits }) =>
    [...rules, ...exits.values()].map(({ condition }) => condition),
  );
  return factsAskedBy(conditions, catalogue).filter((fact) => !isRatio(fact));
}
