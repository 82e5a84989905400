import { compare } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Difference, Effect } from '../../policy/index.ts';
import { changeSentence } from './change-sentence.ts';
import { boundaryEffect, computedRateEffect, deductionEffect, openInterestEffect } from './field-effects.ts';
import type { FieldChange } from './field-effects.ts';
import type { MarginTiersDocument } from './schema.ts';

interface ScalarField {
  /** How sentences call it. */
  readonly words: string;
  readonly effect: (change: FieldChange) => Effect;
}

/** By how much two sides of one contract are margined: the net is at most the larger side, that at most their sum. */
const NETTING_BY_MARGIN: readonly string[] = ['net', 'larger-side', 'gross'];

const FIELDS: Readonly<Record<string, ScalarField>> = {
  boundary: { words: 'side that a border belongs to', effect: boundaryEffect },
  deduction: { words: 'use of the maintenance deduction', effect: deductionEffect },
  maintenanceBasis: { words: 'price of the maintenance margin rate', effect: () => 'can-liquidate' },
  closeFeeRate: { words: 'closing fee rate', effect: risingEffect('can-liquidate') },
  hedgeNetting: { words: 'netting of two sides of one contract', effect: nettingEffect },
  rateDecimals: { words: 'number of decimals of computed rates', effect: computedRateEffect },
  rateRounding: { words: 'rounding of computed rates', effect: computedRateEffect },
  maintenanceMarginRate: { words: 'maintenance margin rate', effect: risingEffect('can-liquidate') },
  maintenanceMarginRateBase: { words: 'maintenance margin rate at size zero', effect: risingEffect('can-liquidate') },
  maintenanceMarginRateSlope: { words: 'growth of the maintenance margin rate', effect: risingEffect('can-liquidate') },
  maintenanceMarginFactor: { words: 'growth of the maintenance margin rate', effect: risingEffect('can-liquidate') },
  initialMarginRate: { words: 'initial margin rate', effect: risingEffect('blocks-new-risk') },
  initialMarginRateBase: { words: 'initial margin rate at its base', effect: risingEffect('blocks-new-risk') },
  initialMarginRateSlope: { words: 'growth of the initial margin rate', effect: risingEffect('blocks-new-risk') },
  initialMarginFactor: { words: 'growth of the initial margin rate', effect: risingEffect('blocks-new-risk') },
  leverageMax: { words: 'largest leverage', effect: leverageEffect },
  openInterestNotionalFloor: {
    words: 'open interest at which the initial rate begins to grow',
    effect: openInterestEffect,
  },
  openInterestNotionalCap: { words: 'open interest at which the initial rate reaches 1', effect: openInterestEffect },
};

/** The names of the scalar fields of any model, `model` and `basis` apart. */
export const scalarFields: readonly string[] = Object.keys(FIELDS);

/** The differences of the scalar fields of two documents of one model, in the document's order. */
export function diffFields(before: MarginTiersDocument, after: MarginTiersDocument): Difference[] {
  const textsBefore = scalarTexts(before);
  const textsAfter = scalarTexts(after);
  return Object.entries(FIELDS).flatMap(([name, field]) => {
    const from = textsBefore.get(name) ?? null;
    const to = textsAfter.get(name) ?? null;
    if (from === to) return [];
    const effect = field.effect({ from, to, before, after });
    return [
      { path: `/${name}`, before: from, after: to, effect, sentence: changeSentence(`The ${field.words}`, from, to) },
    ];
  });
}

/** The scalar fields of a document as text; null where it states none. */
export function scalarTexts(document: MarginTiersDocument): ReadonlyMap<string, string | null> {
  const scalars = Object.entries(document).filter(([name]) => name !== 'tiers');
  return new Map(scalars.map(([name, value]) => [name, value === null ? null : String(value)]));
}

/** `effect` where the number rises, `loosens` where it falls. */
function risingEffect(effect: Effect) {
  return ({ from, to }: FieldChange): Effect =>
    compare(decimalOf(to ?? '0'), decimalOf(from ?? '0')) > 0 ? effect : 'loosens';
}

/** A lower leverage asks for more initial margin; none stated is no limit. */
function leverageEffect({ from, to }: FieldChange): Effect {
  if (to === null) return 'loosens';
  return from === null || compare(decimalOf(to), decimalOf(from)) < 0 ? 'blocks-new-risk' : 'loosens';
}

function nettingEffect({ from, to }: FieldChange): Effect {
  return NETTING_BY_MARGIN.indexOf(to ?? '') > NETTING_BY_MARGIN.indexOf(from ?? '') ? 'can-liquidate' : 'loosens';
}
