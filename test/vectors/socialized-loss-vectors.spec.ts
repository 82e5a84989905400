import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  coefficientOf,
  decimal,
  divide,
  isZero,
  lessOrEqual,
  multiply,
  ONE,
  subtract,
} from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { allocate } from '@backstop/core/waterfall';
import type { Allocation, AllocationMethod, Participants } from '@backstop/core/waterfall';
import { readVectors, textIn } from './read-vectors.ts';
import type { Vector } from './read-vectors.ts';

const { vectors } = readVectors('socialized-loss');

describe('published: socialized-loss', () => {
  it.each(vectors)('$id', (vector) => {
    const { expected, tolerance } = vector;
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    for (const [word, stated] of Object.entries(expected)) {
      const figure = FIGURES[word];
      if (figure === undefined) throw new Error(`no figure for \`${word}\``);
      const found = figure(answerTo(vector), vector);
      if (typeof found === 'boolean') expect(found).toBe(stated);
      else expectNear([found].flat(), [stated].flat() as string[], decimalOf(tolerance));
    }
  });
});

describe('published, where the source gives what is left of a unit to the last recipient', () => {
  // vega-social-03: the source has party2 lose 2455 and party4 receive 528; by largest remainder both units go elsewhere.
  it('vega-social-03, as we answer it', () => {
    const { shares } = allocationOf('pro-rata', '3000', ['party2', 'party4', 'party5'], ['7200', '800', '800']);
    expect(shares).toEqual([2454n, 273n, 273n]);
  });

  // vega-social-04: the source has party2 lose 90 and party4 receive 791.
  it('vega-social-04, as we answer it', () => {
    const { shares } = allocationOf('pro-rata', '100', ['party2', 'party4', 'aux_long'], ['7200', '800', '80']);
    expect(shares).toEqual([89n, 10n, 1n]);
  });
});

function allocationOf(method: AllocationMethod, loss: string, ids: string[], capacities: string[]): Allocation {
  const given = { method, loss, unit: '1', ids, capacities };
  return answerTo({ given } as unknown as Vector).allocation;
}

interface Answer {
  readonly allocation: Allocation;
  /** What a candidate bears and has, as amounts. */
  readonly shares: readonly Decimal[];
  readonly capacities: readonly Decimal[];
}

type Figure = (answer: Answer, vector: Vector) => Decimal | readonly Decimal[] | boolean;

const FIGURES: Readonly<Record<string, Figure>> = {
  haircut: ({ allocation }) => {
    const { capacities } = allocation.question.participants;
    return allocation.shares.map((share, place) => {
      return share === 0n ? decimal(0n) : divide(decimal(share), decimal(capacities[place]!), 18, 'floor');
    });
  },
  seized: ({ shares }) => shares,
  equity_after: ({ shares }, { inputs }) => {
    const [cash, pnl] = [listIn(inputs, 'cash'), listIn(inputs, 'pnl')];
    return shares.map((share, place) => subtract(add(cash[place]!, pnl[place]!), share));
  },
  shares: ({ shares }) => shares,
  deposits_after: ({ shares, capacities }) => subtract(capacities[0]!, shares[0]!),
  cumulative_deposit_interest_after: ({ allocation }) => subtract(ONE, levelOf(allocation)),
  delta: ({ allocation }) => levelOf(allocation),
  error: ({ allocation: { takingPart, allocated, shortfall, question } }) => {
    return takingPart === 0 && allocated === 0n && shortfall === question.loss;
  },
  long_5_base_loss: lossOf('long'),
  short_5_base_loss: lossOf('short'),
  cum_funding_delta: ({ allocation }) => levelOf(allocation),
  party2_loss: lossOf('party2'),
  aux_loss: lossOf('aux'),
  party4_receives: keptBy('party4'),
  sellSideProvider_receives: keptBy('sellSideProvider'),
  // What the layer before has left once it paid all that the socialization was not asked for.
  insurance_pool_after: ({ allocation }, { inputs, given = {} }) => {
    const asked = add(decimal(allocation.question.loss), decimalOf(textIn(given, 'layerBefore')));
    const missing = subtract(decimalOf(textIn(inputs, 'expected')), decimalOf(textIn(inputs, 'aux2_paid')));
    return subtract(asked, missing);
  },
};

function lossOf(id: string): Figure {
  return ({ allocation, shares }) => shares[allocation.question.participants.ids.indexOf(id)]!;
}

function keptBy(id: string): Figure {
  return ({ allocation, shares, capacities }) => {
    const place = allocation.question.participants.ids.indexOf(id);
    return subtract(capacities[place]!, shares[place]!);
  };
}

/** The level, ceiled at the ten decimals of the source. */
function levelOf({ level }: Allocation): Decimal {
  return divide(decimal(level!.numerator), decimal(level!.denominator), 10, 'ceil');
}

function answerTo({ given = {} }: Vector): Answer {
  const unit = decimalOf(textIn(given, 'unit'));
  const units = (amount: Decimal): bigint => coefficientOf(divide(amount, unit, 0, 'floor'));
  const at8 = (value: Decimal): bigint => coefficientOf(divide(value, ONE, 8, 'floor'));
  const column = (name: string, as: (value: Decimal) => bigint): bigint[] | null => {
    return given[name] === undefined ? null : listIn(given, name).map(as);
  };
  const participants: Participants = {
    ids: given['ids'] as string[],
    capacities: listIn(given, 'capacities').map(units),
    bases: column('bases', units),
    scores: column('scores', at8),
    leverages: column('leverages', at8),
  };
  const allocation = allocate({
    method: textIn(given, 'method') as AllocationMethod,
    loss: coefficientOf(divide(decimalOf(textIn(given, 'loss')), unit, 0, 'ceil')),
    participants,
    capRate: ONE,
    riskExponent: given['riskExponent'] === undefined ? 0 : Number(textIn(given, 'riskExponent')),
    capacityMin: 1n,
  });
  const shares = allocation.shares.map((share) => multiply(decimal(share), unit));
  return { allocation, shares, capacities: listIn(given, 'capacities') };
}

function listIn(fields: Vector['inputs'], name: string): Decimal[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new Error(`a vector has no list \`${name}\``);
  return (value as string[]).map(decimalOf);
}

function expectNear(found: readonly Decimal[], stated: readonly string[], tolerance: Decimal): void {
  expect(found).toHaveLength(stated.length);
  found.forEach((value, at) => {
    const apart = absolute(subtract(value, decimalOf(stated[at]!)));
    expect(isZero(tolerance) ? isZero(apart) : lessOrEqual(apart, tolerance)).toBe(true);
  });
}
