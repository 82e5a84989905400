import { decimalOrNull } from '../../policy/index.ts';
import {
  askForFacts,
  decide,
  gather,
  isUnknownAt,
  NO_RULE,
  placeOf,
  resolveEventParameters,
} from '../../rules/index.ts';
import type { FactCatalogue, Program, ScopeFacts } from '../../rules/index.ts';
import { parseInstant } from '../../venue/index.ts';
import { areLiquidating } from './bound-rules.ts';
import { ACTIONS_WHERE_UNKNOWN, bindTrigger, exitAsked, HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { CompiledTrigger, Hold, MarkBand, TriggerAction, ZoneJudgement } from './compiled-trigger.ts';
import { sentenceOf, unknownFactsOfCondition } from './explain-judgement.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { traceOf } from './trace-judgement.ts';
import { triggerPrograms } from './trigger-programs.ts';

/** The trigger of a checked document. Throws `InvariantError` for a document that `check` refuses. */
export function compile(document: LiquidationTriggerDocument): CompiledTrigger {
  const trigger = bindTrigger(document);
  const programs = triggerPrograms(trigger);
  const judgements = trigger.rules.map(({ name, zone, actions }) => ({ zone, rule: name, actions, unknownFacts: [] }));
  const liquidating = new Set(trigger.rules.filter(({ actions }) => areLiquidating(actions)).map(({ zone }) => zone));

  const asking = new Set(trigger.rules.map(({ actions }) => actions).filter(actionsAsk));

  function judge(facts: ScopeFacts, previousZone: string | null): ZoneJudgement {
    const decided = decide(programs.rules, gather(programs.rules, facts));
    const place = placeOf(decided) ?? trigger.rules.length;
    if (isUnknownAt(decided)) return unknownJudgement(trigger, place, facts);
    const exit = exitAsked(trigger, place, previousZone);
    const isKept = exit !== null && !isLeft(programs.exits.get(exit.zone), facts);
    const judgement = isKept ? exit.kept : (judgements[place] ?? HEALTHY);
    return asking.has(judgement.actions) ? withFacts(judgement, facts, trigger.names.facts) : judgement;
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
    takesOver: document.rules.some(({ event }) => event.params.actions.some(({ type }) => type === 'takeover')),
    hasExits: trigger.exits.size > 0,
  });
}

function actionsAsk(actions: readonly TriggerAction[]): boolean {
  return actions.some(({ params }) => askForFacts(params));
}

/** The judgement with the values of facts in its actions. */
function withFacts(judgement: ZoneJudgement, facts: ScopeFacts, catalogue: FactCatalogue): ZoneJudgement {
  const actions = judgement.actions.map(({ type, params }) => {
    return { type, params: resolveEventParameters(params, facts, catalogue) };
  });
  return { ...judgement, actions };
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
