import { describe, expect, it } from 'vitest';
import { decimal } from '../../num/index.ts';
import { contractSpecification } from './index.ts';
import type { ContractSpecificationDocument } from './index.ts';

const { schema, compile, diff, explain } = contractSpecification;

const btc = { contract: 'BTCUSDT', type: 'linear', base: 'BTC', quote: 'USDT', settlementAsset: 'USDT' };
const assets = [{ asset: 'USDT', precision: 8 }];

function documentOf(over: object = {}, more: object[] = []): ContractSpecificationDocument {
  return schema.parse({ assets, contracts: [{ ...btc, ...over }, ...more] });
}

describe('schema', () => {
  it('fills defaults: multiplier 1, nothing known, a group of its own, listed', () => {
    expect(documentOf().contracts).toEqual([
      {
        ...btc,
        multiplier: '1',
        tickSize: null,
        lotSize: null,
        group: 'BTCUSDT',
        expiresAt: null,
        positionSizeMax: null,
        openInterestMax: null,
        listing: 'listed',
      },
    ]);
  });

  it('sorts both tables by name and makes texts canonical', () => {
    const document = schema.parse({
      assets: [
        { asset: 'USDT', precision: 8 },
        { asset: 'BTC', precision: 8 },
      ],
      contracts: [
        { ...btc, multiplier: '0.10', expiresAt: '2026-12-25T08:00:00.000Z' },
        { ...btc, contract: 'ADAUSDT' },
      ],
    });
    expect(document.assets.map(({ asset }) => asset)).toEqual(['BTC', 'USDT']);
    expect(document.contracts.map(({ contract }) => contract)).toEqual(['ADAUSDT', 'BTCUSDT']);
    expect(document.contracts[1]).toMatchObject({ multiplier: '0.1', expiresAt: '2026-12-25T08:00:00Z' });
  });
});

describe('compile', () => {
  it('gives both tables by name with exact numbers and instants', () => {
    const specification = compile(
      documentOf({ multiplier: '0.001', tickSize: '0.1', group: 'majors', expiresAt: '1970-01-02T00:00:00Z' }),
    );
    expect(specification.assets.get('USDT')).toEqual({ asset: 'USDT', precision: 8 });
    expect(specification.contracts.get('BTCUSDT')).toEqual({
      ...btc,
      multiplier: decimal(1n, 3),
      tickSize: decimal(1n, 1),
      lotSize: null,
      group: 'majors',
      expiresAt: 86_400_000,
      positionSizeMax: null,
      openInterestMax: null,
      listing: 'listed',
    });
  });
});

describe('diff names what a change can do', () => {
  it.each<[string, object, object, string, string]>([
    ['multiplier', {}, { multiplier: '10' }, 'multiplier', 'can-liquidate'],
    ['base', {}, { base: 'ETH' }, 'base', 'can-liquidate'],
    ['group', {}, { group: 'majors' }, 'group', 'can-liquidate'],
    ['tick coarser', { tickSize: '0.1' }, { tickSize: '0.5' }, 'tickSize', 'costs'],
    ['tick finer', { tickSize: '0.5' }, { tickSize: '0.1' }, 'tickSize', 'none'],
    ['tick becomes known: coarser than 1e-8', {}, { tickSize: '0.5' }, 'tickSize', 'costs'],
    ['lot coarser', { lotSize: '0.001' }, { lotSize: '1' }, 'lotSize', 'costs'],
    ['position limit set', {}, { positionSizeMax: '10' }, 'positionSizeMax', 'blocks-new-risk'],
    ['position limit lower', { positionSizeMax: '10' }, { positionSizeMax: '9' }, 'positionSizeMax', 'blocks-new-risk'],
    ['position limit higher', { positionSizeMax: '9' }, { positionSizeMax: '10' }, 'positionSizeMax', 'loosens'],
    ['position limit lifted', { positionSizeMax: '9' }, {}, 'positionSizeMax', 'loosens'],
    [
      'open interest limit lower',
      { openInterestMax: '10' },
      { openInterestMax: '9' },
      'openInterestMax',
      'blocks-new-risk',
    ],
    ['expiry set', {}, { expiresAt: '2026-12-25T08:00:00Z' }, 'expiresAt', 'blocks-new-risk'],
    [
      'expiry later by a millisecond',
      { expiresAt: '2026-12-25T08:00:00Z' },
      { expiresAt: '2026-12-25T08:00:00.001Z' },
      'expiresAt',
      'loosens',
    ],
    ['expiry lifted', { expiresAt: '2026-12-25T08:00:00Z' }, {}, 'expiresAt', 'loosens'],
    ['reduce-only', {}, { listing: 'reduce-only' }, 'listing', 'blocks-new-risk'],
    ['delisted', { listing: 'reduce-only' }, { listing: 'delisted' }, 'listing', 'blocks-new-risk'],
    ['listed again', { listing: 'delisted' }, { listing: 'listed' }, 'listing', 'loosens'],
  ])('%s', (_, before, after, field, effect) => {
    const differences = diff(documentOf(before), documentOf(after));
    expect(differences.map((each) => [each.path, each.effect])).toEqual([
      [`/contracts/contract=BTCUSDT/${field}`, effect],
    ]);
  });

  it('rows that come and go, names escaped in the pointer', () => {
    const listed = { ...btc, contract: 'LUNA/USDT:USDT', base: 'LUNA' };
    const path = '/contracts/contract=LUNA~1USDT:USDT';
    expect(diff(documentOf(), documentOf({}, [listed]))).toEqual([
      expect.objectContaining({
        path,
        before: null,
        effect: 'none',
        sentence: 'The contract `LUNA/USDT:USDT` is new.',
      }),
    ]);
    expect(diff(documentOf({}, [listed]), documentOf())).toEqual([
      expect.objectContaining({ path, after: null, effect: 'can-liquidate' }),
    ]);
  });

  it('the precision of an asset', () => {
    const coarser = { ...documentOf(), assets: [{ asset: 'USDT', precision: 2 }] };
    expect(diff(documentOf(), coarser)).toEqual([
      {
        path: '/assets/asset=USDT/precision',
        before: '8',
        after: '2',
        effect: 'can-liquidate',
        sentence: 'The precision of the asset `USDT` falls from `8` to `2`.',
      },
    ]);
  });
});

describe('explain is true on both sides of the limit', () => {
  const say = (code: string, observed: string | null, limit: string | null): string | null =>
    explain({ code, contract: 'BTCUSDT', asset: null, values: { observed, limit } });

  it.each([
    ['position_size_above_max', '9.999', 'is below'],
    ['position_size_above_max', '10', 'is at'],
    ['position_size_above_max', '10.001', 'is above'],
    ['open_interest_above_max', '9.999', 'is below'],
    ['open_interest_above_max', '10', 'is at'],
    ['open_interest_above_max', '10.001', 'is above'],
  ])('%s, observed %s: %s', (code, observed, relation) => {
    expect(say(code, observed, '10')).toContain(`${observed} contracts, ${relation} the largest allowed, 10.`);
  });

  it.each([
    ['2026-12-25T07:59:59.999Z', 'is before'],
    ['2026-12-25T08:00:00Z', 'is at'],
    ['2026-12-25T08:00:00.001Z', 'is after'],
  ])('contract_has_expired, asked about %s: %s', (at, relation) => {
    expect(say('contract_has_expired', at, '2026-12-25T08:00:00Z')).toBe(
      `The instant asked about, ${at}, ${relation} the expiry of \`BTCUSDT\`, 2026-12-25T08:00:00Z.`,
    );
  });

  it.each([
    ['contract_is_reduce_only', null, 'is `reduce-only`: positions in it may only be reduced.'],
    ['contract_is_reduce_only', 'listed', 'is `listed`: positions in it may be opened.'],
    ['contract_is_delisted', null, 'is `delisted`: it is off the market and takes no new risk.'],
    ['position_size_above_max', null, 'unknown contracts, is not comparable with'],
    ['contract_has_expired', null, 'unknown, is not comparable with the expiry'],
  ])('%s, observed %s', (code, observed, words) => {
    expect(say(code, observed, '10')).toContain(words);
  });
});
