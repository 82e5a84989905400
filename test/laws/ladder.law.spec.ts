import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractSpecification } from '@backstop/core/kinds/contract-specification';
import { marginTiers } from '@backstop/core/kinds/margin-tiers';
import { marginedExposure } from '@backstop/core/margin';
import type { Ladder } from '@backstop/core/margin';
import { add, compare, decimal, formatDecimal, lessOrEqual, ONE, subtract } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { ladderDocuments } from '../builders/arbitrary-ladder.ts';
import { decimalTexts } from '../builders/arbitrary-text.ts';
import { compiled } from '../builders/compiled.ts';
import { referenceLadders } from '../builders/reference-ladders.ts';

const PRECISION = 8;
const UNIT = decimal(1n, PRECISION);
const USUAL = { notional: 50_000, units: 500 };
const CONTRACT = linearContract();

const ladders = ladderDocuments(USUAL).map((document) => compiled(marginTiers, document));
const amounts = decimalTexts(0.0001, 200_000, 4).map(decimalOf);

describe('maintenance margin never falls', () => {
  it('as the price of a position rises, on ladders of every model', () => {
    fc.assert(
      fc.property(ladders, decimalTexts(0.0001, 2000, 4), amounts, amounts, (ladder, size, one, other) => {
        const [low, high] = ordered(one, other);
        const units = decimalOf(size);
        expect(lessOrEqual(marginOf(ladder, units, low), marginOf(ladder, units, high))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('as a position grows at one price, on ladders of every model', () => {
    fc.assert(
      fc.property(ladders, decimalTexts(0.01, 200, 2), amounts, amounts, (ladder, price, one, other) => {
        const [low, high] = ordered(one, other);
        const at = decimalOf(price);
        expect(lessOrEqual(marginOf(ladder, low, at), marginOf(ladder, high, at))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('maintenance margin is continuous where the deduction is', () => {
  it('at every border of a drawn ladder: one unit of notional more costs at most one unit of margin', () => {
    const documents = ladderDocuments(USUAL, ['continuous']);
    fc.assert(
      fc.property(documents, (document) => {
        expectContinuous(compiled(marginTiers, { ...document, closeFeeRate: '0', maintenanceBasis: 'mark' }));
      }),
      { numRuns: 200 },
    );
  });

  it('at every border of each of the 349 real ladders', () => {
    expect(referenceLadders().size).toBe(349);
    for (const [contract, document] of referenceLadders()) expectContinuous(compiled(marginTiers, document), contract);
  });
});

function expectContinuous(ladder: Ladder, name = ''): void {
  if (ladder.model !== 'step') throw new Error('only steps have borders');
  for (const { floor } of ladder.tiers.slice(1)) {
    const around = [subtract(floor, UNIT), floor, add(floor, UNIT)].map((notional) => marginOf(ladder, notional, ONE));
    const [below, at, above] = around as [Decimal, Decimal, Decimal];
    const words = `${name} at ${formatDecimal(floor)}: ${around.map(formatDecimal).join(', ')}`;
    expect(compare(subtract(at, below), UNIT), words).toBeLessThanOrEqual(0);
    expect(compare(subtract(above, at), UNIT), words).toBeLessThanOrEqual(0);
    expect(compare(below, at), words).toBeLessThanOrEqual(0);
  }
}

/** Maintenance margin of units entered at the price that they are at. */
function marginOf(ladder: Ladder, units: Decimal, price: Decimal): Decimal {
  const context = { contract: CONTRACT, ladder, precision: PRECISION };
  return marginedExposure(context, { units, entryPrice: price }, price).maintenanceMargin;
}

function ordered(one: Decimal, other: Decimal): readonly [Decimal, Decimal] {
  return lessOrEqual(one, other) ? [one, other] : [other, one];
}

function linearContract() {
  const row = { contract: 'X', type: 'linear', base: 'COIN', quote: 'USD', settlementAsset: 'USD' };
  const { contracts } = compiled(contractSpecification, {
    assets: [{ asset: 'USD', precision: PRECISION }],
    contracts: [row],
  });
  const contract = contracts.get('X');
  if (contract === undefined) throw new Error('the contract was not compiled');
  return contract;
}
