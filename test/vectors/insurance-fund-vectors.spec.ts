import { describe, expect, it } from 'vitest';
import { forcedLiquidation } from '@backstop/core/kinds/forced-liquidation';
import { insuranceFund } from '@backstop/core/kinds/insurance-fund';
import { lossWaterfall } from '@backstop/core/kinds/loss-waterfall';
import { liquidationFees } from '@backstop/core/liquidation';
import {
  absolute,
  add,
  decimal,
  formatDecimal,
  isNegative,
  lessOrEqual,
  multiply,
  negate,
  subtract,
  ZERO,
} from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf, parseDocument } from '@backstop/core/policy';
import type { Contract } from '@backstop/core/venue';
import {
  capLeft,
  fundDelta,
  fundSuffices,
  isAdlOpen,
  noFundPosition,
  runWaterfall,
  takeIntoFund,
  unrealizedOfFund,
} from '@backstop/core/waterfall';
import type { Compartment } from '@backstop/core/waterfall';
import { sha256 } from '../builders/sha256.ts';
import { readVectors, textIn } from './read-vectors.ts';
import type { Vector } from './read-vectors.ts';

const { documents, vectors } = readVectors('insurance-fund');
const of = (prefix: string): Vector[] => vectors.filter(({ id }) => id.startsWith(prefix));
const PRECISION = 6;

describe('published: insurance-fund', () => {
  it.each(of('bybit-adl'))('$id', ({ id, inputs, expected }) => {
    const bybit = compartmentOf('bybit');
    const facts = { balanceMax: numberIn(inputs, 'balance'), balance: numberIn(inputs, 'balance'), takeoverPnl: ZERO };
    if (id === 'bybit-adl-03') {
      expect(isAdlOpen(bybit, { ...facts, liquidationPnl: ZERO }, false)).toBe(expected['adl']);
      const above = {
        ...facts,
        balance: add(numberIn(expected, 'stop_when_balance_above'), decimal(1n, 8)),
      };
      expect(isAdlOpen(bybit, { ...above, balanceMax: above.balance, liquidationPnl: ZERO }, true)).toBe(false);
      return;
    }
    const lost = {
      ...facts,
      balanceMax: numberIn(inputs, 'pool_8h_max'),
      liquidationPnl: negate(numberIn(inputs, 'symbol_loss')),
    };
    expect(isAdlOpen(bybit, lost, false)).toBe(expected['adl']);
    // The ratio is what is stated: asked for a little more, the switch stays off.
    const onAtOrBelow = subtract(numberIn(expected, 'pnl_ratio'), decimal(1n, 9));
    const { adlSwitch } = bybit;
    if (adlSwitch === null) throw new Error('the document has no switch');
    expect(isAdlOpen({ ...bybit, adlSwitch: { ...adlSwitch, onAtOrBelow } }, lost, false)).toBe(false);
  });

  it.each(of('adlp-debt'))('$id', ({ inputs, expected, tolerance }) => {
    const signed = textIn(inputs, 'side') === 'long' ? numberIn(inputs, 'qty') : negate(numberIn(inputs, 'qty'));
    const fill = {
      received: multiply(signed, numberIn(inputs, 'exec')),
      bankruptcyAmount: multiply(signed, numberIn(inputs, 'bankruptcy')),
      fee: ZERO,
    };
    const paid = negate(fundDelta(fill, compartmentOf('dydx').inflows, PRECISION));
    expect(lessOrEqual(absolute(subtract(paid, numberIn(expected, 'shortfall'))), decimalOf(tolerance))).toBe(true);
  });

  it.each(of('dydx-if-'))('$id', ({ inputs, expected }) => {
    const filled = multiply(numberIn(inputs, 'size_btc'), numberIn(inputs, 'fill_price'));
    const part = {
      received: textIn(inputs, 'side') === 'sell' ? filled : negate(filled),
      bankruptcyAmount: numberIn(inputs, 'bankruptcy_quote_usd'),
    };
    const { fee } = liquidationFees(part, feesAt(textIn(inputs, 'max_liquidation_fee')), 0, PRECISION);
    const delta = fundDelta({ ...part, fee }, compartmentOf('dydx').inflows, PRECISION);
    expect(formatDecimal(delta)).toBe(textIn(expected, 'insurance_fund_delta_usd'));
  });

  it.each(of('dydx-ifcap'))('$id', ({ inputs, expected }) => {
    const [balance, delta] = [numberIn(inputs, 'balance_quote_quantums'), numberIn(inputs, 'delta_quote_quantums')];
    expect(fundSuffices(balance, delta)).toBe(expected['valid']);
    if (isNegative(delta)) expect(fundSuffices(ZERO, delta)).toBe(false);
  });

  it('dydx-blocklimit-01', () => {
    const [vector] = of('dydx-blocklimit');
    const { inputs, expected } = vector ?? { inputs: {}, expected: {} };
    const drawn = drawnBy(compartmentOf('dydx'), numberIn(inputs, 'already_insurance_lost'));
    expect(compartmentOf('dydx').caps.accountDrawnMax).toEqual(numberIn(inputs, 'max_insurance_lost'));
    expect(formatDecimal(drawn)).toBe(textIn(expected, 'remaining_insurance'));
    const left = capLeft(numberIn(inputs, 'max_notional_liquidated'), numberIn(inputs, 'already_liquidated'));
    expect(left).toEqual(numberIn(expected, 'remaining_notional'));
  });

  it.each(of('vega-netpnl'))('$id', ({ expected, given = {} }) => {
    let held = noFundPosition(CONTRACT);
    for (const [price = '', size = ''] of given['steps'] as readonly (readonly string[])[]) {
      held = takeIntoFund(held, decimalOf(size), decimalOf(price), PRECISION);
    }
    const unrealized = unrealizedOfFund(held, decimalOf(textIn(given, 'mark')), PRECISION);
    const found = { pos: held.size, realised: held.realizedPnl, unrealised: unrealized };
    expect(Object.fromEntries(Object.entries(found).map(([name, value]) => [name, formatDecimal(value)]))).toEqual(
      expected,
    );
  });
});

const CONTRACT: Contract = {
  contract: 'BTCUSD',
  type: 'linear',
  multiplier: decimalOf('1'),
  base: 'BTC',
  quote: 'USDC',
  settlementAsset: 'USDC',
  tickSize: null,
  lotSize: null,
  group: 'cross',
  expiresAt: null,
  positionSizeMax: null,
  openInterestMax: null,
  listing: 'listed',
};

function numberIn(fields: Vector['inputs'], name: string): Decimal {
  return decimalOf(textIn(fields, name));
}

function compartmentOf(document: string): Compartment {
  const parsed = parseDocument(insuranceFund, documents[document]);
  if (!parsed.ok) throw new Error(`the document ${document} is refused`);
  const [compartment] = insuranceFund.compile(parsed.value as never).compartments;
  if (compartment === undefined) throw new Error('the fund has no compartment');
  return compartment;
}

function feesAt(feeRate: string) {
  const document = {
    accountOrder: 'risk',
    step: { model: 'full' },
    exitBuffer: '1',
    limit: { model: 'bankruptcy-amount' },
    feeRate,
    surplusTo: 'account',
    takeover: true,
  };
  return forcedLiquidation.compile(forcedLiquidation.schema.parse(document)).fees;
}

/** What a compartment pays of a deficit that it could pay without caps. */
function drawnBy(rules: Compartment, drawnForAccount: Decimal): Decimal {
  const state = {
    compartment: rules.name,
    balance: decimalOf('1000000'),
    drawnInPeriod: drawnForAccount,
    drawnForAccount,
    isAdlOn: false,
    window: null,
  };
  const [outcome] = runWaterfall({
    rules: lossWaterfall.compile(lossWaterfall.schema.parse({ layers: [{ type: 'insurance-fund' }] })),
    event: {
      at: 0,
      accountId: 'liquidated',
      ownerId: null,
      contract: CONTRACT,
      markPrice: decimalOf('50000'),
      openPosition: null,
      deficit: { asset: 'USDC', amount: decimalOf('1000') },
      isOwed: false,
      residual: [],
      fees: [],
    },
    candidates: [],
    fund: { rules, state },
    treasury: [],
    drawnInPeriod: new Map(),
    assets: new Map([['USDC', { asset: 'USDC', precision: PRECISION }]]),
    prices: new Map(),
    sha256,
  }).layers;
  return outcome?.drawn ?? ZERO;
}
