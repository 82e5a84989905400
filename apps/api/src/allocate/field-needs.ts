import type { AllocationMethod } from '@backstop/core/waterfall';
import type { AccountField, FieldPlaces } from './account-fields.ts';
import type { AllocateTask } from './allocate-arguments.ts';

type Asked = Pick<AllocateTask, 'method' | 'score' | 'capacity' | 'base' | 'riskExponent'>;

/**
 * Fields without which a question cannot be asked: each entry is a list of ways to have it, each way a list of fields; the
 * first way whose fields are all there is taken.
 */
export type FieldNeed = readonly (readonly AccountField[])[];

const LEVERAGE: FieldNeed = [['leverage'], ['notional', 'equity']];

const SCORES: Readonly<Record<AllocateTask['score'], readonly FieldNeed[]>> = {
  'pnl-leverage': [[['pnl_percent']], LEVERAGE],
  'entry-leverage': [[['mark_price', 'entry_price', 'side']], LEVERAGE],
  'largest-pnl': [[['pnl']]],
  none: [],
};

/** What one method needs, whatever was asked for else. */
export function needsOf(
  { score, capacity, base, riskExponent }: Asked,
  method: AllocationMethod,
): readonly FieldNeed[] {
  const always: readonly FieldNeed[] = [[['id']], [[capacity === 'pnl' ? 'pnl' : 'equity']]];
  if (method === 'pro-rata') return always;
  if (method === 'queue') return [...always, ...SCORES[score]];
  const levelled = [...always, [[base]]];
  return method === 'min-max' || riskExponent === 0 ? levelled : [...levelled, LEVERAGE];
}

/** The needs that a file does not meet. */
export function unmetNeeds(needs: readonly FieldNeed[], places: FieldPlaces): readonly FieldNeed[] {
  return needs.filter((ways) => !ways.some((fields) => fields.every((field) => places.has(field))));
}

/** A need in words: `leverage, or notional and equity`. */
export function needText(need: FieldNeed): string {
  return need.map((fields) => fields.join(' and ')).join(', or ');
}
