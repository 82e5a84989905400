import { isRecord } from '../../../text/isRecord.ts';
import { rawText, type RawRow } from '../../rules/builder/rawRows.ts';

/** What may be done about a scope, in the order in which it is offered. */
export const ACTION_TYPES = [
  'notify',
  'block-new-risk',
  'block-withdrawals',
  'cancel-orders',
  'plan-liquidation',
  'takeover',
  'hold',
] as const;

/** The zone of a rule and what is done there, as far as they were typed. */
export function actionsOf(rule: RawRow): {
  readonly zone: string;
  readonly actions: readonly (RawRow & { type: string })[];
} {
  const event = isRecord(rule['event']) ? rule['event'] : {};
  const params = isRecord(event['params']) ? event['params'] : {};
  const actions: readonly unknown[] = Array.isArray(params['actions']) ? params['actions'] : [];
  return {
    zone: rawText(event, 'type'),
    actions: actions.filter(isRecord).map((action) => ({ ...action, type: rawText(action, 'type') })),
  };
}

/** A rule that gives a zone. What else its event says stays. */
export function withZone(rule: RawRow, zone: string): RawRow {
  const event = isRecord(rule['event']) ? rule['event'] : { params: { actions: [] } };
  return { ...rule, event: { ...event, type: zone } };
}

/** A rule that asks for an action, or no longer does. The others stay, in their order, with their params. */
export function withAction(rule: RawRow, type: string, isAsked: boolean): RawRow {
  const others = actionsOf(rule).actions.filter((action) => action.type !== type);
  return withActions(rule, isAsked ? [...others, { type }] : others);
}

/** What an action passes on, as far as it was typed; null where that is no object, which only JSON can mend. */
export function paramsOf(rule: RawRow, type: string): RawRow | null {
  const params = actionsOf(rule).actions.find((action) => action.type === type)?.['params'] ?? {};
  return isRecord(params) ? params : null;
}

/** A rule one of whose actions passes on something else. */
export function withParams(rule: RawRow, type: string, params: RawRow): RawRow {
  const { actions } = actionsOf(rule);
  return withActions(
    rule,
    actions.map((action) => (action.type === type ? { ...action, params } : action)),
  );
}

function withActions(rule: RawRow, actions: readonly RawRow[]): RawRow {
  const event = isRecord(rule['event']) ? rule['event'] : { type: '' };
  const params = isRecord(event['params']) ? event['params'] : {};
  return { ...rule, event: { ...event, params: { ...params, actions } } };
}
