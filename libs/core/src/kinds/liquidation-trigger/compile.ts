import { decimalOrNull } from '../../policy/index.ts';
import { decide, gather, isUnknownAt, NO_RULE, placeOf } from '../../rules/index.ts';
import type { Program, ScopeFacts } from '../../rules/index.ts';
import { parseInstant } from '../../venue/index.ts';
import { areLiquidating } from './bound-rules.ts';
import { ACTIONS_WHERE_UNKNOWN, bindTrigger, exitAsked, HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { CompiledTrigger, Hold, MarkBand, ZoneJudgement } from './compiled-trigger.ts';
import { sentenceOf, unknownFactsOfCondition } from './explain-judgement.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { traceOf } from './trace-judgement.ts';
import { triggerPrograms } from './trigger-programs.ts';

/** The trigger of a checked document. Throws `InvariantError` for a document that `check` refuses. */
export function compile(document: LiquidationTriggerDocument): CompiledTrigger {
  const trigger = bindTrigger(document);
  const programs = triggerPrograms(document, trigger);
  const judgements = trigger.rules.map(({ name, zone, actions }) => ({ zone, rule: name, actions, unknownFacts: [] }));
  const liquidating = new Set(trigger.rules.filter(({ actions }) => areLiquidating(actions)).map(({ zone }) => zone));

  function judge(facts: ScopeFacts, previousZone: string | null): ZoneJudgement {
    const decided = decide(programs.rules, gather(programs.rules, facts));
    const place = placeOf(decided) ?? trigger.rules.length;
    if (isUnknownAt(decided)) return unknownJudgement(trigger, place, facts);
    const exit = exitAsked(trigger, place, previousZone);
    if (exit !== null && !isLeft(programs.exits.get(exit.zone), facts)) return exit.kept;
    return judgements[place] ?? HEALTHY;
  }

  const behavior: Behavior = {
    isLiquidating: (zone) => liquidating.has(zone),
    judge,
    sentence: (judgement, facts) => sentenceOf(trigger, judgement, facts),
    trace: (facts, previousZone) => traceOf(trigger, programs, facts, previousZone),
  };
  return behindData(behavior, {
    markAgeMaxMilliseconds: document.markAgeMaxSeconds === null ? null : document.markAgeMaxSeconds * 1000,
    markBand: markBandOf(document),
    holds: document.holds.map(holdOf),
    hasExits: trigger.exits.size > 0,
  });
}

/** Whether an exit lets a scope go: only where it is certainly true. */
function isLeft(exit: Program | undefined, facts: ScopeFacts): boolean {
  if (exit === undefined) return false;
  const decided = decide(exit, gather(exit, facts));
  return decided !== NO_RULE && !isUnknownAt(decided);
}

type Behavior = Pick<CompiledTrigger, 'isLiquidating' | 'judge' | 'sentence' | 'trace'>;

/** Functions as the prototype of their data: two triggers of the same document are then equal by what they hold. */
function behindData(behavior: Behavior, data: Omit<CompiledTrigger, keyof Behavior>): CompiledTrigger {
  return Object.assign(Object.create(behavior) as Behavior, data);
}

function unknownJudgement({ rules, names }: BoundTrigger, place: number, facts: ScopeFacts): ZoneJudgement {
  const rule = rules[place];
  return {
    zone: null,
    rule: rule?.name ?? null,
    actions: ACTIONS_WHERE_UNKNOWN,
    unknownFacts: rule === undefined ? [] : unknownFactsOfCondition(rule.condition, facts, names.facts),
  };
}

function markBandOf({ markBand }: LiquidationTriggerDocument): MarkBand | null {
  return markBand === null
    ? null
    : {
        indexDeviationMax: decimalOrNull(markBand.indexDeviationMax),
        lastGoodDeviationMax: decimalOrNull(markBand.lastGoodDeviationMax),
      };
}

function holdOf({ contract, from, until, reason }: LiquidationTriggerDocument['holds'][number]): Hold {
  // Both texts came through the schema, which lets only instants pass.
  return { contract, from: parseInstant(from) ?? 0, until: parseInstant(until) ?? 0, reason };
}
