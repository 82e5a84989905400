import { describe, expect, it } from 'vitest';
import { lossWaterfall } from '@backstop/core/kinds/loss-waterfall';
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  isZero,
  multiply,
  negate,
  subtract,
  ZERO,
} from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf, parseDocument } from '@backstop/core/policy';
import type { Contract } from '@backstop/core/venue';
import { adlStandings, runWaterfall, scoreContext } from '@backstop/core/waterfall';
import type {
  AdlLayer,
  AdlOutcome,
  AdlStanding,
  Candidate,
  OpenPosition,
  WaterfallRun,
} from '@backstop/core/waterfall';
import { sha256 } from '../builders/sha256.ts';
import { readVectors, textIn } from './read-vectors.ts';
import type { Vector } from './read-vectors.ts';

const { documents, vectors } = readVectors('deleveraging');

describe('published: deleveraging', () => {
  it.each(vectors.filter(({ quantity }) => quantity === 'adl_ranking' || quantity === 'adl_quintile_display'))(
    '$id',
    ({ id, inputs, expected }) => {
      if (id === 'bitmex-adl-01') {
        const longs = rowsIn(inputs, 'longs').map(([account = '', size = '', score = '']) => {
          return longOf({ id: account, size, entry: '100', leverage: decimalOf(score) });
        });
        expect(standingsOf(longs, '200').map((standing) => standing.id)).toEqual(expected['order']);
      } else if (id === 'bitmex-adl-03') {
        const sizes = inputs['queue_qty'] as readonly string[];
        const longs = queued(
          sizes.map((size, at) => [String(at), size]),
          '100',
        );
        const shares = standingsOf(longs, '200').map(({ quintile }) => String(quintile * 20));
        expect(shares).toEqual(expected['percentile']);
      } else {
        const [mark, entry] = [decimalOf(textIn(inputs, 'mark')), textIn(inputs, 'entry')];
        const leverage = divide(mark, subtract(mark, decimalOf(textIn(inputs, 'bankruptcy'))), 0, 'floor');
        const half = formatDecimal(divide(mark, decimal(2n), 0, 'floor'));
        const scoreAt = (from: string, times: Decimal): string => {
          const [standing] = standingsOf(
            [longOf({ id: 'a', size: '1', entry: from, leverage: times })],
            formatDecimal(mark),
          );
          return formatDecimal(decimal(standing?.score ?? 0n, 8));
        };
        expect(scoreAt(entry, leverage)).toBe(textIn(expected, 'score'));
        expect(scoreAt(entry, decimal(1n))).toBe(textIn(expected, 'pnl_pct'));
        expect(compare(decimalOf(scoreAt(half, leverage)), decimalOf(textIn(expected, 'effective_leverage')))).toBe(0);
      }
    },
  );

  it('bitmex-adl-02', () => {
    const { inputs, expected, given } = vectorNamed('bitmex-adl-02');
    const longs = queued(rowsIn(inputs, 'queue'), textIn(given ?? {}, 'entry'));
    const size = negate(decimalOf(textIn(inputs, 'liquidated_qty')));
    const openPosition = { size, closePrice: decimalOf(textIn(inputs, 'bankruptcy_price')) };
    const { closes, price } = closedAgainst(longs, openPosition, textIn(given ?? {}, 'mark'), 'ranked');
    expect(Object.fromEntries(closes.map((close) => [close.id, formatDecimal(close.size)]))).toEqual(
      expected['closed'],
    );
    expect(price).toEqual(openPosition.closePrice);
    const left = closes.map((close): [string, Decimal] => {
      const held = longs.find(({ id }) => id === close.id)?.positions[0]?.size ?? ZERO;
      return [close.id, subtract(held, close.size)];
    });
    const remaining = left.filter(([, rest]) => !isZero(rest)).map(([id, rest]) => [id, formatDecimal(rest)]);
    expect(Object.fromEntries(remaining)).toEqual(expected['remaining']);
  });

  it.each(vectors.filter(({ id }) => id.startsWith('dydx-delev')))('$id', ({ inputs, expected, given = {} }) => {
    const liquidated = inputs['liquidated'] as Vector['inputs'];
    const size = decimalOf(textIn(liquidated, 'size_btc'));
    const oracle = textIn(inputs, 'oracle');
    const closePrice = divide(decimalOf(textIn(liquidated, 'quote')), absolute(size), 6, 'floor');
    const offsetting = rowsIn(inputs, 'offsetting_name_size_quote').map(([id = '', held = '', quote = '']) => {
      const notional = multiply(decimalOf(held), decimalOf(oracle));
      const accountValue = add(notional, decimalOf(quote));
      return {
        quote: decimalOf(quote),
        candidate: candidateOf(id, held, textIn(given, 'entry'), notional, accountValue),
      };
    });
    const outcome = closedAgainst(
      offsetting.map(({ candidate }) => candidate),
      { size, closePrice },
      oracle,
      'not ranked',
    );
    const after = offsetting.map(({ quote, candidate }) => {
      const close = outcome.closes.find(({ id }) => id === candidate.id);
      return close === undefined ? null : formatDecimal(add(quote, multiply(close.size, outcome.price ?? ZERO)));
    });
    expect(after).toEqual(expected['offsetting_quote_after']);
    expect(formatDecimal(subtract(absolute(size), outcome.sizePlaced))).toBe(textIn(expected, 'base_remaining'));
  });
});

const CONTRACT: Contract = {
  contract: 'BTC',
  type: 'linear',
  multiplier: decimalOf('1'),
  base: 'BTC',
  quote: 'USD',
  settlementAsset: 'USD',
  tickSize: null,
  lotSize: null,
  group: 'any',
  expiresAt: null,
  positionSizeMax: null,
  openInterestMax: null,
  listing: 'listed',
};

function rowsIn(inputs: Vector['inputs'], name: string): readonly (readonly string[])[] {
  return inputs[name] as readonly (readonly string[])[];
}

function vectorNamed(id: string): Vector {
  const found = vectors.find((vector) => vector.id === id);
  if (found === undefined) throw new Error(`no vector ${id}`);
  return found;
}

/** Longs that stand in the order in which they are listed: each has less leverage than the one before. */
function queued(rows: readonly (readonly string[])[], entry: string): Candidate[] {
  return rows.map(([id = '', size = ''], at) =>
    longOf({ id, size, entry, leverage: decimal(BigInt(rows.length - at)) }),
  );
}

interface Long {
  readonly id: string;
  readonly size: string;
  readonly entry: string;
  readonly leverage: Decimal;
}

function longOf({ id, size, entry, leverage }: Long): Candidate {
  const accountValue = decimalOf('1000000');
  return candidateOf(id, size, entry, multiply(accountValue, leverage), accountValue);
}

function candidateOf(id: string, size: string, entry: string, notional: Decimal, accountValue: Decimal): Candidate {
  const held = { scope: 'cross:net', size: decimalOf(size), entryPrice: decimalOf(entry), accountValue, notional };
  return { id, ownerId: null, tags: [], accountValue, notional, positivePnl: ZERO, positions: [held], facts: {} };
}

function runOf(
  candidates: readonly Candidate[],
  openPosition: OpenPosition,
  mark: string,
  document: string,
): WaterfallRun {
  const parsed = parseDocument(lossWaterfall, documents[document]);
  if (!parsed.ok) throw new Error(`the document ${document} is refused`);
  return {
    rules: lossWaterfall.compile(parsed.value as never),
    event: {
      at: 0,
      accountId: 'liquidated',
      ownerId: null,
      contract: CONTRACT,
      markPrice: decimalOf(mark),
      openPosition,
      deficit: null,
      isOwed: false,
      residual: [],
      fees: [],
    },
    candidates,
    fund: null,
    treasury: [],
    drawnInPeriod: new Map(),
    assets: new Map([['USD', { asset: 'USD', precision: 6 }]]),
    prices: new Map(),
    sha256,
  };
}

function closedAgainst(
  candidates: readonly Candidate[],
  openPosition: OpenPosition,
  mark: string,
  document: string,
): AdlOutcome {
  const [outcome] = runWaterfall(runOf(candidates, openPosition, mark, document)).layers;
  if (outcome?.type !== 'adl') throw new Error('the waterfall has no deleveraging');
  return outcome;
}

function standingsOf(candidates: readonly Candidate[], mark: string): AdlStanding[] {
  const openPosition = { size: decimalOf('-1'), closePrice: decimalOf(mark) };
  const { rules, event, assets } = runOf(candidates, openPosition, mark, 'ranked');
  const context = scoreContext(event, assets.get('USD') ?? { asset: 'USD', precision: 6 });
  return adlStandings({ layer: rules.layers[0] as AdlLayer, event, openPosition, candidates, context });
}
