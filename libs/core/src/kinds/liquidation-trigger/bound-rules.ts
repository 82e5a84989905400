import { bind } from '../../rules/index.ts';
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
}

/** The rules of a checked document in the order in which they are tried, which its canonical form is in. */
export function boundRules(document: LiquidationTriggerDocument, names: Names): BoundRule[] {
  return document.rules.map(({ name, conditions, event }, at) => {
    const pointer = `/rules/${String(at)}`;
    const condition = bind(conditions, `${pointer}/conditions`, names);
    return { name, pointer, condition, zone: event.type, actions: event.params.actions };
  });
}

/** Whether actions close positions of a scope against its owner's will. */
export function areLiquidating(actions: readonly TriggerAction[]): boolean {
  return actions.some(({ type }) => type === 'plan-liquidation' || type === 'takeover');
}
