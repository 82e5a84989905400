import { decimalOrNull } from '../../policy/index.ts';
import { decider, FALSE, TRUE, UNKNOWN } from '../../rules/index.ts';
import type { ScopeFacts, Verdict } from '../../rules/index.ts';
import { parseInstant } from '../../venue/index.ts';
import { areLiquidating } from './bound-rules.ts';
import { ACTIONS_WHERE_UNKNOWN, bindTrigger, exitAsked, HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { CompiledTrigger, Hold, MarkBand, ZoneJudgement } from './compiled-trigger.ts';
import { sentenceOf, traceOf, unknownFactsOfCondition } from './explain-judgement.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** The trigger of a checked document. Throws `InvariantError` for a document that `check` refuses. */
export function compile(document: LiquidationTriggerDocument): CompiledTrigger {
  const trigger = bindTrigger(document);
  const tests = trigger.rules.map(({ condition }) => decider(condition));
  const judgements = trigger.rules.map(({ name, zone, actions }) => ({ zone, rule: name, actions, unknownFacts: [] }));
  const exitTests = new Map([...trigger.exits].map(([zone, { condition }]) => [zone, decider(condition)]));
  const liquidating = new Set(trigger.rules.filter(({ actions }) => areLiquidating(actions)).map(({ zone }) => zone));

  function judge(facts: ScopeFacts, previousZone: string | null): ZoneJudgement {
    let place = 0;
    let verdict: Verdict = FALSE;
    for (const test of tests) {
      verdict = test(facts);
      if (verdict !== FALSE) break;
      place += 1;
    }
    if (verdict === UNKNOWN) return unknownJudgement(trigger, place, facts);
    const exit = exitAsked(trigger, place, previousZone);
    if (exit !== null && exitTests.get(exit.zone)?.(facts) !== TRUE) return exit.kept;
    return judgements[place] ?? HEALTHY;
  }

  const behavior: Behavior = {
    isLiquidating: (zone) => liquidating.has(zone),
    judge,
    sentence: (judgement, facts) => sentenceOf(trigger, judgement, facts),
    trace: (facts, previousZone) => traceOf(trigger, facts, previousZone),
  };
  return behindData(behavior, {
    markAgeMaxMilliseconds: document.markAgeMaxSeconds === null ? null : document.markAgeMaxSeconds * 1000,
    markBand: markBandOf(document),
    holds: document.holds.map(holdOf),
    hasExits: trigger.exits.size > 0,
  });
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
