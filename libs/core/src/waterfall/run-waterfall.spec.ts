import { describe, expect, it } from 'vitest';
import { formatDecimal, ZERO } from '../num/index.ts';
import { balanceReset } from './balance-protection.ts';
import type { AssetAmount } from './loss-event.ts';
import { runWaterfall } from './run-waterfall.ts';
import { of, sampleFund, sampleRun } from './sample-run.ts';
import type { AdlOutcome, PayingOutcome, WaterfallOutcome } from './waterfall-outcome.ts';
import type { AdlLayer, LayerCap, PayingLayer, SocializationLayer } from './waterfall-rules.ts';
import type { WaterfallRun } from './waterfall-run.ts';

const held = (asset: string, amount: string): AssetAmount => ({ asset, amount: of(amount) });
const layer = (type: PayingLayer['type'], cap?: Partial<LayerCap>): PayingLayer => {
  const caps = cap === undefined ? [] : [['USDT', { lossDrawnMax: null, periodDrawnMax: null, ...cap }] as const];
  return { type, caps: new Map(caps), periodSeconds: cap?.periodDrawnMax === undefined ? null : 60 };
};
const BTC = { from: 'BTC', to: 'USDT', discount: of('0.1') };
const rulesOf = (one: PayingLayer): WaterfallRun['rules'] => ({ layers: [one], conversions: [BTC] });
const caps = (over: object) => ({
  caps: { lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: 60, ...over },
});

describe('a layer that pays 100', () => {
  it.each<[string, WaterfallRun, string, string | null]>([
    ['has it', sampleRun({ rules: rulesOf(layer('treasury')), treasury: [held('USDT', '100')] }), '100', null],
    [
      'has less',
      sampleRun({ rules: rulesOf(layer('treasury')), treasury: [held('USDT', '99.99')] }),
      '99.99',
      'nothing-there',
    ],
    [
      'has a part of a unit',
      sampleRun({ rules: rulesOf(layer('treasury')), treasury: [held('USDT', '7.009')] }),
      '7',
      'nothing-there',
    ],
    ['has nothing', sampleRun({ rules: rulesOf(layer('treasury')) }), '0', 'nothing-there'],
    [
      'has what no rule converts',
      sampleRun({ rules: rulesOf(layer('treasury')), treasury: [held('ETH', '9')] }),
      '0',
      'no-conversion',
    ],
    [
      'is capped for one loss',
      sampleRun({ rules: rulesOf(layer('treasury', { lossDrawnMax: of('30') })), treasury: [held('USDT', '100')] }),
      '30',
      'loss-cap',
    ],
    [
      'is capped for a period, of which most is gone',
      sampleRun({
        rules: rulesOf(layer('treasury', { periodDrawnMax: of('30') })),
        treasury: [held('USDT', '100')],
        drawnInPeriod: new Map([['treasury', of('20.005')]]),
      }),
      '9.99',
      'period-cap',
    ],
    ['is the fund', sampleRun({ rules: rulesOf(layer('insurance-fund')), fund: sampleFund('250') }), '100', null],
    [
      'is a fund above its floor by less',
      sampleRun({ rules: rulesOf(layer('insurance-fund')), fund: sampleFund('250', { balanceFloor: of('200') }) }),
      '50',
      'floor',
    ],
    [
      'is a fund at its floor',
      sampleRun({ rules: rulesOf(layer('insurance-fund')), fund: sampleFund('250', { balanceFloor: of('250') }) }),
      '0',
      'floor',
    ],
    [
      'is a fund below its floor',
      sampleRun({ rules: rulesOf(layer('insurance-fund')), fund: sampleFund('250', { balanceFloor: of('300') }) }),
      '0',
      'floor',
    ],
    [
      'is a fund without a balance',
      sampleRun({ rules: rulesOf(layer('insurance-fund')), fund: sampleFund('0', { balanceFloor: of('300') }) }),
      '0',
      'nothing-there',
    ],
    [
      'is a fund with a cap per loss',
      sampleRun({ rules: rulesOf(layer('insurance-fund')), fund: sampleFund('250', caps({ lossDrawnMax: of('40') })) }),
      '40',
      'loss-cap',
    ],
    [
      'is a fund that paid for the account before',
      sampleRun({
        rules: rulesOf(layer('insurance-fund')),
        fund: sampleFund('250', caps({ accountDrawnMax: of('40') }), { drawnForAccount: of('15') }),
      }),
      '25',
      'account-cap',
    ],
    [
      'is a fund that paid its period',
      sampleRun({
        rules: rulesOf(layer('insurance-fund')),
        fund: sampleFund('250', caps({ periodDrawnMax: of('40') }), { drawnInPeriod: of('45') }),
      }),
      '0',
      'period-cap',
    ],
    ['is a fund that there is not', sampleRun({ rules: rulesOf(layer('insurance-fund')) }), '0', 'nothing-there'],
    [
      'is the fees',
      sampleRun({ rules: rulesOf(layer('fee-buffer')), event: { fees: [held('USDT', '3')] } }),
      '3',
      'nothing-there',
    ],
  ])('%s', (_, run, drawn, limit) => {
    const [outcome] = runWaterfall(run).layers;
    expect([formatDecimal(outcome?.drawn ?? ZERO), outcome?.limit]).toEqual([drawn, limit]);
  });

  it('sells no more of another asset than it needs: each worth floored, each cost ceiled', () => {
    // 0.9 · 30,000 = 27,000 USDT each: 100 − 40 takes 0.00222… BTC.
    const run = sampleRun({
      rules: rulesOf(layer('account-residual')),
      event: { residual: [held('BTC', '1'), held('USDT', '40')] },
    });
    const [outcome] = runWaterfall(run).layers;
    const { drawn, spent } = outcome as PayingOutcome;
    expect(formatDecimal(drawn)).toBe('100');
    expect(spent.map(({ asset, amount }) => [asset, formatDecimal(amount)])).toEqual([
      ['USDT', '40'],
      ['BTC', '0.0023'],
    ]);
  });

  it('gives all of what is worth too little', () => {
    const run = sampleRun({ rules: rulesOf(layer('account-residual')), event: { residual: [held('BTC', '0.00019')] } });
    const [outcome] = runWaterfall(run).layers;
    const { drawn, spent, limit } = outcome as PayingOutcome;
    expect([formatDecimal(drawn), limit]).toEqual(['2.7', 'nothing-there']);
    expect(spent.map(({ amount }) => formatDecimal(amount))).toEqual(['0.0001']);
  });
});

const ADL: AdlLayer = {
  type: 'adl',
  caps: new Map(),
  periodSeconds: null,
  opens: 'always',
  score: 'pnl-leverage',
  closeAt: 'bankruptcy',
  positionShareMax: of('1'),
  roundShareMax: of('1'),
  exemptionOf: ({ tags }) => (tags.includes('maker') ? 'makers' : null),
};

const short = (id: string, size: string, leverage: string, tags: readonly string[] = []) => ({
  id,
  ownerId: null,
  tags,
  accountValue: of('1000'),
  notional: of(leverage),
  positivePnl: of('10'),
  positions: [
    { scope: 'cross:net', size: of(size), entryPrice: of('125'), accountValue: of('1000'), notional: of(leverage) },
  ],
  facts: {},
});

describe('deleveraging a long of 5 that bankruptcy closes at 110 while the mark is 100', () => {
  const run = (over: Partial<AdlLayer> = {}, size = '5') =>
    sampleRun({
      rules: { layers: [{ ...ADL, ...over }], conversions: [] },
      event: { deficit: null, openPosition: { size: of(size), closePrice: of('110') } },
      candidates: [short('b', '-2', '2000'), short('a', '-2', '4000'), short('m', '-9', '9000', ['maker'])],
    });
  const adlOf = (outcome: WaterfallOutcome): AdlOutcome => outcome.layers[0] as AdlOutcome;

  it('closes the highest score first, leaves out whom a rule names, and reports what nobody took', () => {
    const outcome = runWaterfall(run());
    const { closes, absorbed, exempted, limit, digest } = adlOf(outcome);
    expect(closes.map(({ id, rank, lots, score }) => [id, rank, lots, score])).toEqual([
      ['a', 1, 2n, 80_000_000n],
      ['b', 2, 2n, 40_000_000n],
    ]);
    expect(closes.map(({ realizedPnl, cost }) => [realizedPnl, cost].map(formatDecimal))).toEqual([
      ['30', '20'],
      ['30', '20'],
    ]);
    expect([formatDecimal(absorbed), limit]).toEqual(['40', 'candidates']);
    expect(exempted).toEqual([{ id: 'm', exemption: 'makers' }]);
    expect(formatDecimal(outcome.sizeNotPlaced)).toBe('1');
    // The digest of a sample is its text.
    expect(digest).toBe('a,2\nb,2\nm,0\n');
  });

  it.each<[string, Partial<AdlLayer>, string, string | null]>([
    ['at the mark nothing is absorbed', { closeAt: 'mark' }, '0', 'candidates'],
    ['at most half of each position', { positionShareMax: of('0.5') }, '20', 'candidates'],
    ['at most two fifths of the round', { roundShareMax: of('0.4') }, '20', 'round-cap'],
    [
      'at most 35 in one loss',
      { caps: new Map([['USDT', { lossDrawnMax: of('35'), periodDrawnMax: null }]]) },
      '30',
      'loss-cap',
    ],
    ['waiting for a switch', { opens: 'fund-switch' }, '0', 'switch-off'],
  ])('%s', (_, over, absorbed, limit) => {
    const outcome = adlOf(runWaterfall(run(over)));
    expect([formatDecimal(outcome.absorbed), outcome.limit]).toEqual([absorbed, limit]);
  });

  it('acts where the switch of the fund is on', () => {
    const fund = sampleFund('0', {}, { isAdlOn: true });
    expect(adlOf(runWaterfall({ ...run({ opens: 'fund-switch' }), fund })).closes).toHaveLength(2);
  });

  it('places whole lots, and says that a part of one is left', () => {
    const outcome = runWaterfall(run({}, '1.5'));
    expect([formatDecimal(outcome.sizeNotPlaced), adlOf(outcome).limit]).toEqual(['0.5', 'whole-lots']);
  });
});

describe('a whole waterfall', () => {
  const SOCIALIZED: SocializationLayer = {
    type: 'socialization',
    caps: new Map(),
    periodSeconds: null,
    method: 'pro-rata',
    capacity: 'positive-pnl',
    base: 'positive-pnl',
    score: 'none',
    riskExponent: 1,
    capRate: of('1'),
    capacityMin: new Map(),
    exemptionOf: () => null,
  };
  const run = sampleRun({
    rules: { layers: [layer('fee-buffer'), layer('insurance-fund'), SOCIALIZED], conversions: [] },
    event: { deficit: held('USDT', '99.991'), fees: [held('USDT', '4')] },
    fund: sampleFund('70'),
    candidates: [short('loser', '1', '1'), short('b', '1', '1'), short('a', '1', '1')],
  });

  it('reports what each layer drew and what nobody bore', () => {
    const { deficit, layers, uncovered, digest } = runWaterfall(run);
    expect(formatDecimal(deficit?.amount ?? ZERO)).toBe('100');
    expect(layers.map(({ type, drawn }) => [type, formatDecimal(drawn)])).toEqual([
      ['fee-buffer', '4'],
      ['insurance-fund', '70'],
      ['socialization', '20'],
    ]);
    expect(formatDecimal(uncovered)).toBe('6');
    expect(digest).toBe('a,1000\nb,1000\n');
  });

  it('ends in a record of who bore what was reset', () => {
    const reset = balanceReset(runWaterfall(run));
    expect(reset?.borneBy.map(({ layer: type, amount }) => [type, formatDecimal(amount)])).toEqual([
      ['fee-buffer', '4'],
      ['insurance-fund', '70'],
      ['socialization', '20'],
    ]);
    expect(formatDecimal(reset?.uncovered ?? ZERO)).toBe('6');
    expect(balanceReset(runWaterfall(sampleRun({ event: { deficit: null } })))).toBeNull();
  });

  it('leaves out whoever has less than the dust of the asset', () => {
    const dust = { ...SOCIALIZED, capacityMin: new Map([['USDT', of('10.01')]]) };
    const { layers } = runWaterfall({ ...run, rules: { layers: [dust], conversions: [] } });
    expect(layers.map(({ drawn, limit }) => [formatDecimal(drawn), limit])).toEqual([['0', 'candidates']]);
  });

  it('refuses a layer that stands twice and an asset that it does not know', () => {
    const twice = { layers: [layer('treasury'), layer('treasury')], conversions: [] };
    expect(() => runWaterfall({ ...run, rules: twice })).toThrow('a type of layer stands twice');
    expect(() => runWaterfall(sampleRun({ event: { deficit: held('XRP', '1') } }))).toThrow('XRP is not known');
  });
});
