import { canonicalJson } from '../../canonical/index.ts';
import { bind, conditionText } from '../../rules/index.ts';
import type { BoundCondition, Names } from '../../rules/index.ts';
import type { TriggerAction } from './compiled-trigger.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** A rule with its names resolved, in the order in which rules are tried. */
export interface BoundRule {
  readonly name: string;
  /** JSON pointer of the rule in the document. */
  readonly pointer: string;
  readonly condition: BoundCondition;
  readonly zone: string;
  readonly actions: readonly TriggerAction[];
  /** Equal for rules that judge alike and ask for the same, whatever they are called. */
  readonly key: string;
}

/** The rules of a checked document in the order in which they are tried, which its canonical form is in. */
export function boundRules(document: LiquidationTriggerDocument, names: Names): BoundRule[] {
  return document.rules.map(({ name, conditions, event }, at) => {
    const pointer = `/rules/${String(at)}`;
    const condition = bind(conditions, `${pointer}/conditions`, names);
    const { actions } = event.params;
    const key = canonicalJson([event.type, actions, conditionText(condition)]);
    return { name, pointer, condition, zone: event.type, actions, key };
  });
}

/** Whether actions close positions of a scope against its owner's will. */
export function areLiquidating(actions: readonly TriggerAction[]): boolean {
  return actions.some(({ type }) => type === 'plan-liquidation' || type === 'takeover');
}
