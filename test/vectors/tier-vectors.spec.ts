import { describe, expect, it } from 'vitest';
import { marginTiers } from '@backstop/core/kinds/margin-tiers';
import { tierAt } from '@backstop/core/margin';
import type { Ladder, MarginTier } from '@backstop/core/margin';
import { formatDecimal, multiply, ZERO } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { compiled } from '../builders/compiled.ts';
import { referenceLadders } from '../builders/reference-ladders.ts';
import { readVectors, textIn } from './read-vectors.ts';
import type { Family, Vector } from './read-vectors.ts';

describe('published: tier-lookup', () => {
  const { documents, vectors } = readVectors('tier-lookup');

  it.each(vectors)('$id', (vector) => {
    const { inputs, expected } = vector;
    const notional = decimalOf(textIn(inputs, 'notional'));
    expect(tierWords(tierAt(ladderOf(vector, documents), notional, notional, null))).toMatchObject(expected);
  });
});

describe('published: maintenance-amount', () => {
  const { documents, vectors } = readVectors('maintenance-amount');

  it.each(vectors)('$id', (vector) => {
    const { inputs, expected } = vector;
    const floor = decimalOf(textIn(inputs, 'floor'));
    const tier = tierWords(tierAt(ladderOf(vector, documents), floor, floor, null));
    const stated = { ...inputs, ...expected };
    expect(tier).toMatchObject(only(stated, Object.keys(tier)));
  });
});

describe('published: computed-rates', () => {
  const { documents, vectors } = readVectors('computed-rates');

  it.each(vectors)('$id', (vector) => {
    const { inputs, expected } = vector;
    const ladder = ladderOf(vector, documents);
    if (vector.quantity === 'dynamic_initial_margin_fraction') {
      const openInterest = decimalOf(textIn(inputs, 'open_interest_notional'));
      const rate = tierAt(ladder, ZERO, ZERO, openInterest).initialMarginRate;
      expect(rate && formatDecimal(multiply(rate, decimalOf('1000000')))).toBe(textIn(expected, 'effective_imf_ppm'));
      return;
    }
    const units = decimalOf(textIn(inputs, 'base'));
    expect(formatDecimal(tierAt(ladder, ZERO, units, null).maintenanceMarginRate)).toBe(
      textIn(expected, 'margin_ratio'),
    );
  });
});

/** A ladder of the fixture's own or, `<profile> <contract>`, of the shipped profile. */
function ladderOf(vector: Vector, documents: Family['documents']): Ladder {
  const name = textIn(vector.given ?? {}, 'ladder');
  const contract = /^perp-linear-reference (.+)$/.exec(name)?.[1];
  return compiled(marginTiers, contract === undefined ? documents[name] : referenceLadders().get(contract));
}

/** A tier in the words of the sources. */
function tierWords(tier: MarginTier): Record<string, string | null> {
  return {
    floor: formatDecimal(tier.floor),
    cap: tier.cap && formatDecimal(tier.cap),
    mmr: formatDecimal(tier.maintenanceMarginRate),
    maintenance_amount: formatDecimal(tier.maintenanceDeduction),
    max_leverage: tier.leverageMax && formatDecimal(tier.leverageMax),
  };
}

function only(fields: Vector['inputs'], names: readonly string[]): Vector['inputs'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
