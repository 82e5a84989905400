import { describe, expect, it } from 'vitest';
import { compartmentOf, deficitGoesTo } from '@backstop/core/waterfall';
import { PLAIN_VENUE } from '../../builders/plain-venue.ts';
import { PLAIN_TRIGGER, setOf } from '../../builders/set-of.ts';
import type { PolicyWords, VenueWords } from '../../builders/set-of.ts';

const everything = { contracts: '*' } as const;
const of = (kind: string, document: unknown, over: Partial<PolicyWords> = {}): PolicyWords => {
  return { kind, key: 'one', scope: everything, document, ...over };
};
const group = 'linear';
const VENUE: VenueWords = {
  ...PLAIN_VENUE,
  tags: ['retail', 'desk'],
  contracts: PLAIN_VENUE.contracts.map((contract) =>
    contract.contract === 'BTCUSD' ? { ...contract, group: 'inverse' } : { ...contract, group },
  ),
};
const venueWith = (...more: PolicyWords[]): VenueWords => ({ ...VENUE, more });
const problemOf = (venue: VenueWords): string => {
  try {
    setOf(venue);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

const FUND = of('insurance-fund', {
  compartments: [
    { name: 'linear', groups: [group], asset: 'USDT' },
    { name: 'rest', asset: 'BTC' },
  ],
});
/** Gives nothing to the fund, but for what is named. */
const liquidating = (words: object): object => ({
  ...{ accountOrder: 'risk', step: { model: 'full' }, exitBuffer: '1', limit: { model: 'bankruptcy-amount' } },
  ...{ feeRate: '0', surplusTo: 'account', takeover: false },
  ...words,
});
const [maintenance] = PLAIN_TRIGGER.rules;
/** Whoever is desk has a trigger that takes over. */
const takingOver = of(
  'liquidation-trigger',
  { rules: [{ ...maintenance, event: { type: 'takeover', params: { actions: [{ type: 'takeover' }] } } }] },
  { key: 'desk', scope: { ...everything, tags: ['desk'] } },
);
const LAYERS = (...types: string[]) => ({ layers: types.map((type) => ({ type })) });

describe('what speaks about a loss', () => {
  const losses = setOf(
    venueWith(
      FUND,
      of('loss-waterfall', LAYERS('treasury')),
      of('loss-waterfall', LAYERS('insurance-fund'), { key: 'linear', scope: { groups: [group] } }),
      of('loss-waterfall', LAYERS('adl'), { key: 'eth', scope: { contracts: ['ETHUSDT'] } }),
      of('loss-waterfall', LAYERS('fee-buffer'), { key: 'desk', scope: { groups: [group], tags: ['desk'] } }),
      of('balance-protection', { protectedTags: ['retail'] }),
    ),
  ).losses;

  it.each<[string, readonly string[], string]>([
    ['BTCUSD', [], 'treasury'],
    ['BTCUSDT', [], 'insurance-fund'],
    ['BTCUSDT', ['desk'], 'fee-buffer'],
    ['ETHUSDT', ['desk'], 'adl'],
  ])('%s, account tagged %j: %s pays', (contract, tags, type) => {
    expect(
      losses(tags)
        .waterfallOf(contract)
        ?.compiled.layers.map((layer) => layer.type),
    ).toEqual([type]);
  });

  it.each<[string, string, string | null]>([
    [group, 'USDT', 'linear'],
    ['inverse', 'USDT', null],
    ['inverse', 'BTC', 'rest'],
    [group, 'BTC', 'rest'],
  ])('losses of group %s in %s: compartment %s', (name, asset, compartment) => {
    const fund = losses([]).fund?.compiled ?? { compartments: [] };
    expect(compartmentOf(fund, name, asset)?.name ?? null).toBe(compartment);
  });

  it.each<[readonly string[], string]>([
    [['retail'], 'waterfall'],
    [['desk', 'retail'], 'waterfall'],
    [['desk'], 'receivable'],
    [[], 'receivable'],
  ])('the deficit of an account tagged %j goes to: %s', (tags, where) => {
    expect(deficitGoesTo(losses(tags).protection?.compiled ?? null, tags)).toBe(where);
  });

  it('without any policy nobody is protected and nothing pays', () => {
    const none = setOf(VENUE).losses(['retail']);
    expect([none.waterfallOf('BTCUSDT'), none.fund, none.protection]).toEqual([null, null, null]);
    expect(deficitGoesTo(null, ['retail'])).toBe('receivable');
  });
});

describe('what a set refuses about losses', () => {
  it.each<[string, VenueWords, string]>([
    [
      'a compartment for a group that there is not',
      venueWith(of('insurance-fund', { compartments: [{ name: 'x', groups: ['lineer'], asset: 'USDT' }] })),
      'compartment_names_unknown',
    ],
    [
      'a compartment in an asset that nothing settles in',
      venueWith(of('insurance-fund', { compartments: [{ name: 'x', asset: 'ETH' }] })),
      'compartment_names_unknown',
    ],
    [
      'deleveraging that waits for a switch that nobody has',
      venueWith(FUND, of('loss-waterfall', { layers: [{ type: 'adl', opens: 'fund-switch' }] })),
      'adl_must_have_a_switch',
    ],
    [
      'positions taken over by nobody',
      venueWith(FUND, of('forced-liquidation', liquidating({ takeover: true }))),
      'takeover_must_have_a_taker',
    ],
    [
      'a zone that gives positions to nobody',
      venueWith(FUND, of('forced-liquidation', liquidating({})), takingOver),
      'takeover_must_have_a_taker',
    ],
    [
      'a fee for a fund that there is not',
      venueWith(of('forced-liquidation', liquidating({ fundFeeRate: '0.01' }))),
      'fund_share_must_have_a_compartment',
    ],
    [
      'a surplus for a fund that speaks for others',
      venueWith(
        of('forced-liquidation', liquidating({ surplusTo: 'fund' })),
        of('insurance-fund', FUND.document, { scope: { ...everything, tags: ['retail'] } }),
      ),
      'fund_share_must_have_a_compartment',
    ],
    [
      'a waterfall for a contract that there is not',
      venueWith(of('loss-waterfall', LAYERS('adl'), { scope: { contracts: ['XRPUSDT'] } })),
      'scope_names_unknown',
    ],
  ])('%s', (_, venue, code) => {
    expect(problemOf(venue)).toContain(`"code": "${code}"`);
  });
});

describe('the close-out at half of the initial margin', () => {
  const protection = of('balance-protection', { protectedTags: ['retail'], closeOutShare: '0.5' });
  const closeOut = (share: string, type = 'plan-liquidation') => ({
    name: 'close-out',
    conditions: { all: [{ fact: 'accountValueToInitialMargin', operator: 'lessThan', value: share }] },
    event: { type: 'close-out', params: { actions: [{ type }] } },
  });
  const trigger = (...rules: unknown[]) =>
    of(
      'liquidation-trigger',
      { rules: [...PLAIN_TRIGGER.rules, ...rules] },
      { key: 'retail', scope: { ...everything, tags: ['retail'] } },
    );

  it.each<[string, PolicyWords[]]>([
    ['no trigger of its own, and that of everybody closes nobody out', []],
    ['closed out below two fifths only', [trigger(closeOut('0.4'))]],
    ['told, not closed out', [trigger(closeOut('0.5', 'notify'))]],
  ])('is asked for: %s', (_, more) => {
    const problem = problemOf(venueWith(protection, ...more));
    expect(problem).toContain('"code": "protected_scope_must_be_closed_out"');
    expect(problem).toContain('is below 0.5 of its initial margin, yet');
  });

  it.each<[string, PolicyWords[]]>([
    ['closed out below half', [trigger(closeOut('0.5'))]],
    ['closed out earlier', [trigger(closeOut('0.75'))]],
  ])('is proven: %s', (_, more) => {
    expect(problemOf(venueWith(protection, ...more))).toBe('');
  });

  it('is asked of every trigger where everybody is protected', () => {
    const everybody = of('balance-protection', { protectedTags: '*', closeOutShare: '0.5' });
    expect(problemOf(venueWith(everybody, trigger(closeOut('0.5'))))).toContain(
      'liquidation-trigger.venue/document/rules',
    );
  });
});
