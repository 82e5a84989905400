import { greaterThan, ZERO } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Effect } from '../../policy/index.ts';
import { effectOfMove, marginCurve, marginMove } from './margin-move.ts';
import type { MarginTiersDocument } from './schema.ts';

/** One scalar field that differs, with the documents it stands in. */
export interface FieldChange {
  readonly from: string | null;
  readonly to: string | null;
  readonly before: MarginTiersDocument;
  readonly after: MarginTiersDocument;
}

/** Only a position exactly on a border moves, into the lower tier or into the higher. */
export function boundaryEffect({ to, after }: FieldChange): Effect {
  if (after.model !== 'step' || after.tiers.length < 2) return 'none';
  if (to === 'cap-inclusive') return 'loosens';
  return after.deduction === 'none' ? 'can-liquidate' : 'blocks-new-risk';
}

/** Judged on the tiers of the later document, so that what the tiers themselves do is not counted twice. */
export function deductionEffect({ before, after }: FieldChange): Effect {
  if (before.model !== 'step' || after.model !== 'step') return 'none';
  const otherwise = marginCurve({ ...after, deduction: before.deduction });
  return effectOfMove(marginMove(otherwise, marginCurve(after), ZERO, null));
}

/**
 * Decimals and direction of computed rates. The step model computes none; of the others, maintenance moves with
 * linear and square-root, while open interest scales only the initial rate.
 */
export function computedRateEffect({ before, after }: FieldChange): Effect {
  if (after.model === 'step') return 'none';
  if (isFinerOrLower(before, after)) return 'loosens';
  return after.model === 'open-interest-scaled' ? 'blocks-new-risk' : 'can-liquidate';
}

/** The initial rate rises where scaling begins, or begins or ends at less open interest. A cap not above the floor is no scaling. */
export function openInterestEffect({ from, to, before, after }: FieldChange): Effect {
  const wasScaling = isScaling(before);
  const scales = isScaling(after);
  if (wasScaling !== scales) return scales ? 'blocks-new-risk' : 'loosens';
  if (!scales) return 'none';
  return greaterThan(decimalOf(to ?? '0'), decimalOf(from ?? '0')) ? 'loosens' : 'blocks-new-risk';
}

function isScaling(document: MarginTiersDocument): boolean {
  return (
    document.model === 'open-interest-scaled' &&
    greaterThan(decimalOf(document.openInterestNotionalCap), decimalOf(document.openInterestNotionalFloor))
  );
}

/** Whether no computed rate can be higher than before: cut to fewer decimals, or to more where it was rounded up. */
function isFinerOrLower(before: MarginTiersDocument, after: MarginTiersDocument): boolean {
  if (after.rateRounding === 'floor')
    return before.rateRounding === 'ceil' || after.rateDecimals <= before.rateDecimals;
  return before.rateRounding === 'ceil' && after.rateDecimals >= before.rateDecimals;
}
