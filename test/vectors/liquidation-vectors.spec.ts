import { describe, expect, it } from 'vitest';
import { forcedLiquidation } from '@backstop/core/kinds/forced-liquidation';
import { marginTiers } from '@backstop/core/kinds/margin-tiers';
import {
  compareCandidates,
  feeRateAt,
  liquidationFees,
  shareOfShortage,
  shortageSize,
  stepSize,
} from '@backstop/core/liquidation';
import type { LiquidationCandidate, LiquidationRules, SizedLeg } from '@backstop/core/liquidation';
import type { MarginContext } from '@backstop/core/margin';
import {
  absolute,
  add,
  divide,
  formatDecimal,
  isZero,
  lessOrEqual,
  multiply,
  ONE,
  subtract,
  ZERO,
} from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf, parseDocument } from '@backstop/core/policy';
import type { PlanStep, ReduceStep } from '@backstop/core/planning';
import { planned } from '../laws/liquidation/planned.ts';
import { readVectors, textIn } from './read-vectors.ts';
import type { Family, Vector } from './read-vectors.ts';
import { accountOfVector } from './vector-account.ts';

describe('published: liquidation-limit', () => {
  const { documents, vectors } = readVectors('liquidation-limit');

  it.each(vectors)('$id', (vector) => {
    const [step] = reductionsOf(vector, documents);
    expect(step?.contract).toBe(textIn(vector.inputs, 'target'));
    expect(step?.limitPrice).toBe(textIn(vector.expected, 'fillable_price_usd'));
  });
});

describe('published: liquidation-size', () => {
  const { documents, vectors } = readVectors('liquidation-size');

  it.each(vectors.filter(({ id }) => id.startsWith('dydx-plimit')))('$id', (vector) => {
    const { inputs, expected } = vector;
    const rules = rulesOf(vector, documents);
    const price = numberIn(inputs, 'oracle');
    const leg = legOf(ladderOf(vector, documents), { units: numberIn(inputs, 'size_btc'), price });
    const notionalOf = (step: LiquidationRules['step']): string => {
      const question = { leg, equity: ZERO, maintenanceMargin: ONE, room: null, elapsed: 0, feeRate: ZERO };
      const { size } = stepSize({ ...question, notional: multiply(leg.size, price) }, { ...rules, step });
      return formatDecimal(multiply(size, price));
    };
    expect(notionalOf(rules.step)).toBe(textIn(expected, 'max_usd'));
    expect(notionalOf({ model: 'fraction', fraction: ZERO })).toBe(textIn(expected, 'min_usd'));
  });

  it.each(vectors.filter(({ id }) => id.startsWith('drift-size')))('$id', (vector) => {
    const { inputs, expected, tolerance } = vector;
    const price = numberIn(inputs, 'oracle');
    const assetPrice = numberIn(inputs, 'quote_oracle');
    const leg = { ...legOf(ladderOf(vector, documents), { units: decimalOf('10'), price }), assetPrice };
    const maintenanceMargin = multiply(multiply(price, assetPrice), numberIn(inputs, 'margin_ratio'));
    const held = multiply(maintenanceMargin, decimalOf('10'));
    const size = shortageSize(leg, {
      equity: subtract(held, numberIn(inputs, 'margin_shortage')),
      maintenanceMargin: held,
      exitBuffer: ONE,
      costRate: add(numberIn(inputs, 'liquidator_fee'), numberIn(inputs, 'if_fee')),
      share: ONE,
    });
    const distance = absolute(subtract(size, numberIn(expected, 'base_to_close')));
    expect(lessOrEqual(distance, decimalOf(tolerance)), formatDecimal(size)).toBe(true);
  });

  it.each(vectors.filter(({ id }) => id === 'drift-pct-01'))('$id', (vector) => {
    const { step } = rulesOf(vector, documents);
    if (step.model !== 'shortage') throw new Error('not sized by shortage');
    const elapsed = Number(textIn(vector.inputs, 'slot')) * 1000;
    const share = shareOfShortage(step.ramp, numberIn(vector.inputs, 'margin_shortage'), elapsed);
    expect(formatDecimal(share)).toBe(textIn(vector.expected, 'pct'));
  });

  it.each(vectors.filter(({ id }) => id === 'drift-liq-01'))('$id', (vector) => {
    const { inputs, expected } = vector;
    const steps = reductionsOf(vector, documents);
    expect(steps).toHaveLength(1);
    const [step] = steps;
    if (step === undefined) throw new Error('no step');
    const worth = multiply(decimalOf(step.sizeLeft), numberIn(inputs, 'oracle'));
    const { accountValue, equity } = step.assumed.after;
    expect(step.size).toBe(textIn(expected, 'base_closed'));
    expect(step.assumed.fundFee).toBe(textIn(expected, 'if_fee'));
    const quote = subtract(subtract(decimalOf(accountValue), worth), numberIn(inputs, 'collateral'));
    expect(formatDecimal(quote)).toBe(textIn(expected, 'quote_after'));
    expect(formatDecimal(divide(decimalOf(equity), worth, 18, 'floor'))).toBe(textIn(expected, 'margin_ratio_after'));
  });

  it.each(vectors.filter(({ id }) => id === 'vega-disposal-01'))('$id', (vector) => {
    expect(reductionsOf(vector, documents).map(({ size }) => size)).toEqual(vector.expected['trades']);
  });
});

describe('published: liquidation-fee', () => {
  const { documents, vectors } = readVectors('liquidation-fee');

  it.each(vectors.filter(({ id }) => id.startsWith('drift-liqfee')))('$id', (vector) => {
    const elapsed = Number(textIn(vector.inputs, 'slots_since_active')) * 1000;
    expect(formatDecimal(feeRateAt(rulesOf(vector, documents).fees, elapsed))).toBe(textIn(vector.expected, 'fee'));
  });

  it.each(vectors.filter(({ id }) => id.startsWith('drift-iffee')))('$id', (vector) => {
    const { inputs, expected } = vector;
    const notional = multiply(numberIn(inputs, 'base'), numberIn(inputs, 'oracle'));
    const equity = subtract(multiply(notional, numberIn(inputs, 'margin_ratio')), numberIn(inputs, 'margin_shortage'));
    const filled = { received: notional, bankruptcyAmount: subtract(notional, equity) };
    const { fundFee } = liquidationFees(filled, rulesOf(vector, documents).fees, 0, 18);
    const rate = isZero(notional) ? fundFee : divide(fundFee, notional, 18, 'floor');
    expect(formatDecimal(rate)).toBe(textIn(expected, 'if_fee'));
  });
});

describe('published: liquidation-order', () => {
  it.each(readVectors('liquidation-order').vectors)('$id', ({ inputs, expected }) => {
    const oracle = numberIn(inputs, 'oracle');
    const orders = inputs['orders_side_size_price'] as readonly (readonly [string, string, string])[];
    const candidates = orders.map(([, size, price], at): LiquidationCandidate => {
      const limit = { price: decimalOf(price), markPrice: oracle };
      const figures = { equity: ZERO, maintenanceMargin: ONE, accountValue: ZERO };
      return { id: String(at), ...figures, notional: multiply(decimalOf(size), oracle), limit };
    });
    const order = candidates.toSorted(compareCandidates('limit-distance')).map(({ id }) => id);
    expect(order).toEqual(expected['order_indices']);
  });
});

/** The orders of the plan of a vector's account. */
function reductionsOf(vector: Vector, documents: Family['documents']): ReduceStep[] {
  const [scope] = planned(accountOfVector(vector, documents)).scopes;
  return (scope?.steps ?? []).filter((step: PlanStep) => step.type === 'reduce');
}

function rulesOf(vector: Vector, documents: Family['documents']): LiquidationRules {
  const document = parseDocument(forcedLiquidation, documents[givenName(vector, 'liquidation')]);
  if (!document.ok) throw new Error(JSON.stringify(document.problems));
  return forcedLiquidation.compile(document.value as never);
}

function ladderOf(vector: Vector, documents: Family['documents']): MarginContext['ladder'] {
  const document = parseDocument(marginTiers, documents[givenName(vector, 'ladder')]);
  if (!document.ok) throw new Error(JSON.stringify(document.problems));
  return marginTiers.compile(document.value as never);
}

function givenName({ given }: Vector, name: string): string {
  const value = given?.[name];
  if (typeof value !== 'string') throw new Error(`nothing is given as \`${name}\``);
  return value;
}

function legOf(
  ladder: MarginContext['ladder'],
  { units, price }: { readonly units: Decimal; readonly price: Decimal },
): SizedLeg {
  const contract: MarginContext['contract'] = {
    contract: 'X',
    type: 'linear',
    multiplier: ONE,
    base: 'COIN',
    quote: 'USD',
    settlementAsset: 'USD',
    tickSize: null,
    lotSize: decimalOf('0.0000000001'),
    group: 'X',
    expiresAt: null,
    positionSizeMax: null,
    openInterestMax: null,
    listing: 'listed',
  };
  const context = { contract, ladder, precision: 18 };
  return {
    context,
    size: units,
    exposedUnits: units,
    entryPrice: price,
    markPrice: price,
    assetPrice: ONE,
    depth: null,
  };
}

function numberIn(fields: Vector['inputs'], name: string): Decimal {
  return decimalOf(textIn(fields, name));
}
