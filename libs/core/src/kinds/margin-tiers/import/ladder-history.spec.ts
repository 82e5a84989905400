import { describe, expect, it } from 'vitest';
import { ladderHistory } from './ladder-history.ts';
import type { LadderHistory } from './ladder-history.ts';

const rows = (rate: string): object[] => [
  {
    notionalFloor: '0',
    notionalCap: '5000',
    maintenanceMarginRate: rate,
    maintenanceDeduction: '0',
    leverageMax: '20',
  },
];
const line = (seenOn: string, instrument: string, tiers: object[] | null): object => ({ seenOn, instrument, tiers });
const listings = ({ changes }: LadderHistory): unknown[] =>
  changes.map(({ effectiveFrom, versions }) => [
    effectiveFrom,
    versions.map(({ policy, envelope }) =>
      policy === 'contract-specification.default'
        ? (envelope!.document as { contracts: { contract: string; listing: string }[] }).contracts.map(
            ({ contract, listing }) => `${contract} ${listing}`,
          )
        : `${policy}${envelope === null ? ' ends' : ''}`,
    ),
  ]);

describe('ladderHistory', () => {
  it('gives one change a day, with the specification where contracts come or go', () => {
    const history = ladderHistory([
      line('2022-02-12', 'BTCUSDT', rows('0.004')),
      line('2022-02-12', 'LUNAUSDT', rows('0.01')),
      line('2022-03-01', 'BTCUSDT', rows('0.005')),
      line('2022-05-21', 'LUNAUSDT', null),
      line('2022-05-21', 'LUNA2USDT', rows('0.02')),
      line('2022-06-01', 'LUNAUSDT', rows('0.02')),
    ]);
    expect(history.problems).toEqual([]);
    expect(listings(history)).toEqual([
      [
        '2022-02-12T00:00:00Z',
        [['BTCUSDT listed', 'LUNAUSDT listed'], 'margin-tiers.BTCUSDT', 'margin-tiers.LUNAUSDT'],
      ],
      ['2022-03-01T00:00:00Z', ['margin-tiers.BTCUSDT']],
      [
        '2022-05-21T00:00:00Z',
        [
          ['BTCUSDT listed', 'LUNA2USDT listed', 'LUNAUSDT delisted'],
          'margin-tiers.LUNAUSDT ends',
          'margin-tiers.LUNA2USDT',
        ],
      ],
      ['2022-06-01T00:00:00Z', [['BTCUSDT listed', 'LUNA2USDT listed', 'LUNAUSDT listed'], 'margin-tiers.LUNAUSDT']],
    ]);
  });

  it('lists the assets of the contracts and those asked for, sorted', () => {
    const { changes } = ladderHistory([line('2022-02-12', 'BTCUSDT', rows('0.004'))], ['BNB', 'USDT']);
    expect(changes[0]!.versions[0]!.envelope!.document).toMatchObject({
      assets: [
        { asset: 'BNB', precision: 8 },
        { asset: 'BTC', precision: 8 },
        { asset: 'USDT', precision: 8 },
      ],
    });
  });

  it.each([
    [
      'a day that does not exist',
      [line('2022-02-30', 'BTCUSDT', rows('0.004'))],
      [1, 'BTCUSDT', null, 'day_not_a_date', '/seenOn'],
    ],
    [
      'days that fall',
      [line('2022-02-13', 'BTCUSDT', rows('0.004')), line('2022-02-12', 'ETHUSDT', rows('0.004'))],
      [2, 'ETHUSDT', null, 'days_out_of_order', '/seenOn'],
    ],
    [
      'an unknown symbol',
      [line('2022-02-12', 'BTCEUR', rows('0.004'))],
      [1, 'BTCEUR', null, 'symbol_not_known', '/instrument'],
    ],
    ['no tiers', [{ seenOn: '2022-02-12', instrument: 'BTCUSDT' }], [1, 'BTCUSDT', null, 'tiers_missing', '/tiers']],
    ['no instrument', [{ seenOn: '2022-02-12', tiers: null }], [1, null, null, 'instrument_missing', '/instrument']],
    [
      'two ladders on one day',
      [line('2022-02-12', 'BTCUSDT', rows('0.004')), line('2022-02-12', 'BTCUSDT', rows('0.005'))],
      [2, 'BTCUSDT', null, 'ladder_repeated', '/instrument'],
    ],
    [
      'an end of nothing',
      [line('2022-02-12', 'BTCUSDT', null)],
      [1, 'BTCUSDT', null, 'delisted_without_ladder', '/tiers'],
    ],
    [
      'a ladder with a problem',
      [line('2022-02-12', 'BTCUSDT', [{ ...rows('0.004')[0], notionalFloor: '1' }])],
      [1, 'BTCUSDT', 1, 'first_floor_not_zero', '/tiers/0/notionalFloor'],
    ],
  ])('reports %s by line, contract and tier', (_what, lines, [at, contract, tier, code, path]) => {
    const { problems, changes } = ladderHistory(lines);
    expect(problems).toMatchObject([{ line: at, contract, tier, code, path }]);
    expect(
      changes.flatMap(({ versions }) => versions).filter(({ policy }) => policy.startsWith('margin-tiers')),
    ).toHaveLength(lines.length - 1);
  });

  it('reports what is no line at all', () => {
    expect(ladderHistory([7]).problems.map(({ code }) => code)).toEqual([
      'day_not_a_date',
      'instrument_missing',
      'tiers_missing',
    ]);
  });
});
