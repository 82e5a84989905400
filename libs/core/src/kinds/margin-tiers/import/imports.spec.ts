import { describe, expect, it } from 'vitest';
import type { MarginTiersDocument } from '../index.ts';
import { fromBinanceBrackets } from './from-binance-brackets.ts';
import { fromCcxtLeverageTiers } from './from-ccxt-leverage-tiers.ts';
import { fromSnapshot } from './from-snapshot.ts';
import type { LadderImport } from './ladder-import.ts';

/** The first tiers of ETHUSDT in three forms; figures of Binance's own documentation and of the snapshot of 2024. */
const TIERS = [
  ['0', '10000', '0.0065', '0', '75'],
  ['10000', '100000', '0.01', '35', '50'],
  ['100000', '500000', '0.02', '1035', '25'],
] as const;

const snapshotRows = (): Record<string, unknown>[] =>
  TIERS.map(([notionalFloor, notionalCap, maintenanceMarginRate, maintenanceDeduction, leverageMax]) => ({
    notionalFloor,
    notionalCap,
    maintenanceMarginRate,
    maintenanceDeduction,
    leverageMax,
  }));

/** As JSON on the wire has it: numbers, `cum` as `35.0`. */
const binanceRows = (): Record<string, unknown>[] =>
  TIERS.map(
    ([floor, cap, rate, cum, leverage], index) =>
      JSON.parse(
        `{"bracket":${index + 1},"initialLeverage":${leverage},"notionalCap":${cap},"notionalFloor":${floor},` +
          `"maintMarginRatio":${rate},"cum":${cum}.0}`,
      ) as Record<string, unknown>,
  );

/** As ccxt gives it: unified numbers, the raw bracket as text beneath. */
const ccxtRows = (): Record<string, unknown>[] =>
  TIERS.map(([floor, cap, rate, cum, leverage], index) => ({
    ...(JSON.parse(
      `{"tier":${index + 1}.0,"currency":"USDT","minNotional":${floor}.0,"maxNotional":${cap}.0,` +
        `"maintenanceMarginRate":${rate},"maxLeverage":${leverage}.0}`,
    ) as object),
    symbol: 'ETH/USDT:USDT',
    info: { bracket: String(index + 1), cum: `${cum}.0` },
  }));

const FORMS: [
  string,
  (rows: Record<string, unknown>[]) => LadderImport,
  () => Record<string, unknown>[],
  Record<string, string>,
][] = [
  [
    'snapshot',
    (rows) => fromSnapshot({ venue: 'Binance USD-M', asOf: '2024-10-24', instruments: { ETHUSDT: rows } }),
    snapshotRows,
    {
      floor: 'notionalFloor',
      cap: 'notionalCap',
      rate: 'maintenanceMarginRate',
      deduction: 'maintenanceDeduction',
      at: '/instruments/ETHUSDT',
    },
  ],
  [
    'Binance brackets',
    (rows) => fromBinanceBrackets([{ symbol: 'ETHUSDT', brackets: rows }]),
    binanceRows,
    { floor: 'notionalFloor', cap: 'notionalCap', rate: 'maintMarginRatio', deduction: 'cum', at: '/0/brackets' },
  ],
  [
    'ccxt leverage tiers',
    (rows) => fromCcxtLeverageTiers({ 'ETH/USDT:USDT': rows }),
    ccxtRows,
    {
      floor: 'minNotional',
      cap: 'maxNotional',
      rate: 'maintenanceMarginRate',
      deduction: 'info',
      at: '/ETH~1USDT:USDT',
    },
  ],
];

const changed = (
  rows: Record<string, unknown>[],
  index: number,
  change: Record<string, unknown>,
): Record<string, unknown>[] => rows.map((row, at) => (at === index ? { ...row, ...change } : row));
const brief = ({ problems }: LadderImport): unknown[] =>
  problems.map(({ contract, tier, code, path }) => [contract, tier, code, path]);

describe.each(FORMS)('%s', (_form, read, rows, fields) => {
  it('gives the policy of the ladder, every figure as it is published', () => {
    const { policies, problems, notes } = read(rows());
    expect({ problems, notes }).toEqual({ problems: [], notes: [] });
    expect(policies).toMatchObject([{ kind: 'margin-tiers', key: 'ETHUSDT', scope: { contracts: ['ETHUSDT'] } }]);
    expect((policies[0]!.document as MarginTiersDocument & { tiers: unknown }).tiers).toEqual(
      snapshotRows().map((row) => ({ ...row, initialMarginRate: null })),
    );
  });

  it('reads tiers in any order', () => {
    expect(read(rows().toReversed())).toEqual(read(rows()));
  });

  it('reports a gap by contract, tier and place in the source', () => {
    const result = read(changed(rows(), 2, { [fields['floor']!]: 100001 }));
    expect(result.policies).toEqual([]);
    expect(brief(result)).toEqual([['ETHUSDT', 3, 'tier_gap', `${fields['at']!}/2/${fields['floor']!}`]]);
  });

  it('reports a falling rate', () => {
    expect(brief(read(changed(rows(), 1, { [fields['rate']!]: 0.006 })))).toEqual([
      ['ETHUSDT', 2, 'maintenance_margin_rate_falls', `${fields['at']!}/1/${fields['rate']!}`],
    ]);
  });

  it('reports a broken deduction', () => {
    const broken = fields['deduction'] === 'info' ? { info: { cum: '36' } } : { [fields['deduction']!]: 36 };
    const place = fields['deduction'] === 'info' ? 'info/cum' : fields['deduction']!;
    expect(brief(read(changed(rows(), 1, broken)))).toEqual([
      ['ETHUSDT', 2, 'maintenance_deduction_broken', `${fields['at']!}/1/${place}`],
    ]);
  });

  it('reads a sentinel as unbounded and says so', () => {
    const { policies, notes } = read(changed(rows(), 2, { [fields['cap']!]: '9223372036854775807' }));
    expect(notes).toMatchObject([{ contract: 'ETHUSDT', tier: 3, code: 'sentinel_cap_read_as_unbounded' }]);
    expect((policies[0]!.document as { tiers: { notionalCap: string | null }[] }).tiers[2]!.notionalCap).toBeNull();
    const asNumber = read(changed(rows(), 2, { [fields['cap']!]: 9223372036854775807 }));
    expect(asNumber.policies).toEqual(policies);
  });

  it('refuses a sentinel in the middle of a ladder', () => {
    expect(brief(read(changed(rows(), 1, { [fields['cap']!]: 1e15 })))).toEqual([
      ['ETHUSDT', 2, 'tier_cap_missing', `${fields['at']!}/1/${fields['cap']!}`],
    ]);
  });

  it('takes the largest real cap below the sentinels as it stands', () => {
    const { policies, notes } = read(changed(rows(), 2, { [fields['cap']!]: 999999999999999 }));
    expect(notes).toEqual([]);
    expect(policies[0]!.document).toMatchObject({ tiers: [{}, {}, { notionalCap: '999999999999999' }] });
  });

  it('reports every figure that cannot be read, and imports nothing of the ladder', () => {
    const result = read(changed(rows(), 1, { [fields['floor']!]: null, [fields['rate']!]: 0.1 + 0.2 }));
    expect(result.policies).toEqual([]);
    // The tier without a floor sorts as the first two do: after the one that begins at 0.
    expect(brief(result)).toEqual([
      ['ETHUSDT', 2, 'figure_missing', `${fields['at']!}/1/${fields['floor']!}`],
      ['ETHUSDT', 2, 'number_not_exact', `${fields['at']!}/1/${fields['rate']!}`],
    ]);
  });

  it('refuses an empty ladder', () => {
    expect(brief(read([]))).toEqual([['ETHUSDT', null, 'too_few', fields['at']!]]);
  });
});

describe('sources that are not of their form', () => {
  it.each([
    ['snapshot', fromSnapshot([])],
    ['Binance brackets', fromBinanceBrackets({})],
    ['ccxt leverage tiers', fromCcxtLeverageTiers([])],
    ['ccxt leverage tiers', fromCcxtLeverageTiers(null)],
  ])('%s', (_form, result) => {
    expect(result).toMatchObject({ policies: [], problems: [{ contract: null, code: 'source_not_of_this_form' }] });
  });

  it('a ladder that is no list', () => {
    expect(brief(fromSnapshot({ instruments: { BTCUSDT: {} } }))).toEqual([
      ['BTCUSDT', null, 'ladder_not_a_list', '/instruments/BTCUSDT'],
    ]);
  });

  it('a name that cannot be a key', () => {
    expect(brief(fromSnapshot({ instruments: { 'BTC/USDT': snapshotRows() } }))).toEqual([
      ['BTC/USDT', null, 'contract_name_refused', '/instruments/BTC~1USDT'],
    ]);
  });

  it('rows that are no objects', () => {
    expect(new Set(fromSnapshot({ instruments: { BTCUSDT: [7] } }).problems.map(({ code }) => code))).toEqual(
      new Set(['figure_missing']),
    );
  });
});

describe('Binance brackets', () => {
  it('one symbol asked for: the same without the list', () => {
    const one = { symbol: 'ETHUSDT', brackets: binanceRows() };
    expect(fromBinanceBrackets(one).policies).toEqual(fromBinanceBrackets([one]).policies);
  });

  it('a symbol twice: the second is refused', () => {
    const one = { symbol: 'ETHUSDT', brackets: binanceRows() };
    expect(brief(fromBinanceBrackets([one, one]))).toEqual([['ETHUSDT', null, 'ladder_repeated', '/1/brackets']]);
  });

  it('brackets of one user are noted', () => {
    const { notes } = fromBinanceBrackets([{ symbol: 'ETHUSDT', notionalCoef: 1.5, brackets: binanceRows() }]);
    expect(notes).toMatchObject([{ contract: 'ETHUSDT', code: 'brackets_of_one_user', path: '/0/notionalCoef' }]);
  });
});

describe('ccxt leverage tiers', () => {
  it('names contracts by what they are and where they settle', () => {
    const symbols = ['BTC/USDT:USDT', 'BTC/USDT:USDT-241227', 'BTC/USD:BTC', 'ETH/BTC:BTC'];
    const { policies } = fromCcxtLeverageTiers(Object.fromEntries(symbols.map((symbol) => [symbol, ccxtRows()])));
    expect(policies.map(({ key }) => key)).toEqual(['BTCUSDT', 'BTCUSDT_USDT-241227', 'BTCUSD_BTC', 'ETHBTC']);
  });

  it('refuses spot pairs and options', () => {
    expect(brief(fromCcxtLeverageTiers({ 'BTC/USDT': [], 'BTC/USDT:USDT-241227-100000-C': [] }))).toEqual([
      ['BTC/USDT', null, 'symbol_not_a_contract', '/BTC~1USDT'],
      ['BTC/USDT:USDT-241227-100000-C', null, 'symbol_not_a_contract', '/BTC~1USDT:USDT-241227-100000-C'],
    ]);
  });

  it("reads Bybit's deduction, empty in the first tier", () => {
    const rows = ccxtRows().map((row, index) => ({ ...row, info: { mmDeduction: ['', '35', '1035'][index] } }));
    const { policies, problems } = fromCcxtLeverageTiers({ 'ETH/USDT:USDT': rows });
    expect(problems).toEqual([]);
    expect(policies[0]!.document).toMatchObject({
      tiers: [{ maintenanceDeduction: null }, { maintenanceDeduction: '35' }, { maintenanceDeduction: '1035' }],
    });
  });

  it('without a stated deduction the derived one is noted; with deduction none there is nothing to note', () => {
    const rows = ccxtRows().map((row) => ({ ...row, info: {} }));
    expect(fromCcxtLeverageTiers({ 'ETH/USDT:USDT': rows }).notes).toMatchObject([
      { code: 'deductions_derived', tier: null },
    ]);
    const none = fromCcxtLeverageTiers({ 'ETH/USDT:USDT': rows }, { deduction: 'none', boundary: 'cap-inclusive' });
    expect(none.notes).toEqual([]);
    expect(none.policies[0]!.document).toMatchObject({ deduction: 'none', boundary: 'cap-inclusive' });
  });

  it('a missing cap of the last tier is unbounded and noted', () => {
    const rows = ccxtRows().map((row, index) => (index === 2 ? { ...row, maxNotional: undefined } : row));
    expect(fromCcxtLeverageTiers({ 'ETH/USDT:USDT': rows }).notes).toMatchObject([
      { tier: 3, code: 'missing_cap_read_as_unbounded' },
    ]);
  });
});
