import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../num/index.ts';
import type { ScopeFacts } from '../../rules/index.ts';
import { liquidationTrigger } from './index.ts';

const document: unknown = JSON.parse(readFileSync(new URL('./fixtures/valid/reference.json', import.meta.url), 'utf8'));
const reference = liquidationTrigger.compile(liquidationTrigger.schema.parse(document));
const amount = (text: string) => parseDecimal(text)!;

/** A cross pool with maintenance margin 100, initial margin 200 and the equity given. */
function pool(equity: string, over: Partial<ScopeFacts> = {}): ScopeFacts {
  return {
    at: 0,
    equity: amount(equity),
    accountValue: amount(equity),
    initialMargin: amount('120'),
    maintenanceMargin: amount('100'),
    notional: amount('2000'),
    unrealizedPnl: amount('0'),
    withdrawable: amount('0'),
    positionCount: 1,
    scope: 'cross',
    asset: 'USDT',
    contract: null,
    tags: [],
    venue: {},
    ...over,
  };
}

describe('the zone of a scope without history', () => {
  it.each([
    ['equity < maintenanceMargin', '99.99', 'liquidation', 'liquidation'],
    ['equity = maintenanceMargin', '100', 'margin-call', 'margin-call'],
    ['marginRatio just under 1.1', '109.99', 'margin-call', 'margin-call'],
    ['marginRatio = 1.1, equity < initialMargin', '110', 'reduce-only', 'reduce-only'],
    ['equity = initialMargin', '120', 'warning', 'warning'],
    ['marginRatio just under 1.5', '149.99', 'warning', 'warning'],
    ['marginRatio = 1.5', '150', 'healthy', null],
    ['equity far below zero', '-1000000', 'liquidation', 'liquidation'],
  ])('%s', (_, equity, zone, rule) => {
    expect(reference.judge(pool(equity), null)).toMatchObject({ zone, rule, unknownFacts: [] });
  });

  it('a rule that liquidates says so, with its actions in order', () => {
    expect(reference.judge(pool('99'), null).actions.map(({ type }) => type)).toEqual([
      'cancel-orders',
      'plan-liquidation',
      'block-new-risk',
      'block-withdrawals',
      'notify',
    ]);
    expect(['liquidation', 'margin-call', 'healthy', 'deficit'].map((zone) => reference.isLiquidating(zone))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each<[string, Partial<ScopeFacts>, string, string[]]>([
    ['equity unknown', { equity: null }, 'liquidation', ['equity']],
    ['maintenance margin unknown', { maintenanceMargin: null }, 'liquidation', ['maintenanceMargin']],
    ['both unknown', { equity: null, maintenanceMargin: null }, 'liquidation', ['equity', 'maintenanceMargin']],
    ['initial margin unknown, not in a margin call', { initialMargin: null }, 'reduce-only', ['initialMargin']],
  ])('%s: indeterminate, never liquidated', (_, over, rule, unknownFacts) => {
    const judgement = reference.judge(pool('115', over), null);
    expect(judgement).toMatchObject({ zone: null, rule, unknownFacts });
    expect(judgement.actions.map(({ type }) => type)).toEqual(['block-new-risk', 'notify']);
  });

  it('a fact that no rule before the deciding one asks for need not be known', () => {
    expect(reference.judge(pool('99', { initialMargin: null }), null).zone).toBe('liquidation');
    expect(reference.judge(pool('105', { initialMargin: null }), null).zone).toBe('margin-call');
  });
});

describe('the zone of a scope that was in a zone with an exit', () => {
  it.each([
    ['liquidation', '99', 'liquidation', 'liquidation'],
    ['liquidation', '104.99', 'liquidation', 'exit of liquidation'],
    ['liquidation', '105', 'margin-call', 'margin-call'],
    ['liquidation', '1000', 'healthy', null],
    ['margin-call', '99', 'liquidation', 'liquidation'],
    ['margin-call', '109', 'margin-call', 'margin-call'],
    ['margin-call', '114.99', 'margin-call', 'exit of margin-call'],
    ['margin-call', '115', 'reduce-only', 'reduce-only'],
    ['reduce-only', '122.39', 'reduce-only', 'exit of reduce-only'],
    ['reduce-only', '122.4', 'warning', 'warning'],
    ['warning', '154.99', 'warning', 'exit of warning'],
    ['warning', '155', 'healthy', null],
    ['healthy', '149', 'warning', 'warning'],
    ['deficit', '160', 'healthy', null],
    ['a-zone-of-an-older-policy', '160', 'healthy', null],
  ])('%s, equity %s → %s', (previous, equity, zone, rule) => {
    expect(reference.judge(pool(equity), previous)).toMatchObject({ zone, rule });
  });

  it('a later rule of the same zone is not milder: it decides by itself, and no exit is asked', () => {
    const trigger = liquidationTrigger.compile(
      liquidationTrigger.schema.parse({
        rules: twoRulesOfOneZone(),
        exits: [{ zone: 'liquidation', conditions: { all: [{ fact: 'equity', operator: 'lessThan', value: '-5' }] } }],
      }),
    );
    expect(trigger.judge(pool('99'), 'liquidation')).toMatchObject({ zone: 'liquidation', rule: 'small' });
    expect(trigger.trace(pool('99'), 'liquidation').map(({ rule }) => rule)).toEqual(['large', 'small']);
    expect(trigger.judge(pool('101'), 'liquidation')).toMatchObject({ rule: 'exit of liquidation' });
  });

  it('no exit keeps a scope from liquidation, wherever its zone stands in the order', () => {
    const gone = { all: [{ fact: 'equity', operator: 'greaterThan', value: '1000' }] };
    const trigger = liquidationTrigger.compile(
      liquidationTrigger.schema.parse({
        rules: [
          {
            name: 'quiet',
            conditions: { all: [{ fact: 'marginRatio', operator: 'greaterThanInclusive', value: '2' }] },
            event: { type: 'quiet', params: { actions: [] } },
          },
          ...twoRulesOfOneZone(),
        ],
        exits: [{ zone: 'quiet', conditions: gone }],
      }),
    );
    expect(trigger.judge(pool('99'), 'quiet')).toMatchObject({ zone: 'liquidation', rule: 'small' });
    expect(trigger.judge(pool('150'), 'quiet')).toMatchObject({ zone: 'quiet', rule: 'exit of quiet' });
  });

  it('an exit that cannot be judged keeps the scope where it was, with the actions of its zone', () => {
    const facts = pool('160', { initialMargin: null });
    expect(reference.judge(facts, 'reduce-only')).toMatchObject({ zone: null, rule: 'reduce-only' });
    const zeroInitial = pool('160', { initialMargin: amount('0') });
    const kept = reference.judge(zeroInitial, 'reduce-only');
    expect(kept).toMatchObject({ zone: 'reduce-only', rule: 'exit of reduce-only', unknownFacts: [] });
    expect(kept.actions.map(({ type }) => type)).toEqual(['block-new-risk', 'block-withdrawals']);
    expect(reference.sentence(kept, zeroInitial)).toBe('stays in `reduce-only`: initial margin ratio is unknown');
  });
});

describe('the sentence and the trace of a judgement', () => {
  it.each([
    [null, '99.99', 'equity 99.99 is below maintenance margin 100'],
    [null, '105', 'equity 105 is below 1.1 × maintenance margin 100 = 110'],
    [null, '150', 'no rule hits, not even `warning`: equity 150 is exactly 1.5 × maintenance margin 100 = 150'],
    ['liquidation', '104', 'stays in `liquidation`: equity 104 is below 1.05 × maintenance margin 100 = 105'],
  ])('previous zone %s, equity %s', (previous, equity, sentence) => {
    const facts = pool(equity);
    expect(reference.sentence(reference.judge(facts, previous), facts)).toBe(sentence);
  });

  it('an unknown fact is named', () => {
    const facts = pool('115', { equity: null });
    expect(reference.sentence(reference.judge(facts, null), facts)).toBe(
      '`liquidation` cannot be judged: equity is unknown',
    );
  });

  it('has every rule tried and the exit asked', () => {
    expect(reference.trace(pool('104'), 'liquidation')).toEqual([
      {
        rule: 'liquidation',
        result: false,
        leaves: [
          {
            ...{ pointer: '/rules/0/conditions/all/0', fact: 'equity', operator: 'lessThan' },
            ...{ observed: '104', compared: '100', result: false },
          },
        ],
      },
      {
        rule: 'margin-call',
        result: true,
        leaves: [
          {
            ...{ pointer: '/rules/1/conditions/all/0', fact: 'marginRatio', operator: 'lessThan' },
            ...{ observed: '1.04', compared: '1.1', result: true },
          },
        ],
      },
      {
        rule: 'exit of liquidation',
        result: false,
        leaves: [
          {
            ...{ pointer: '/exits/0/conditions/all/0', fact: 'marginRatio', operator: 'greaterThanInclusive' },
            ...{ observed: '1.04', compared: '1.05', result: false },
          },
        ],
      },
    ]);
  });

  it('carries limits of marks and holds in units of the deciding path', () => {
    expect(reference).toMatchObject({ markAgeMaxMilliseconds: 60_000, hasExits: true, holds: [] });
    expect(reference.markBand).toEqual({ indexDeviationMax: amount('0.1'), lastGoodDeviationMax: amount('0.25') });
  });
});

function twoRulesOfOneZone(): object[] {
  const event = { type: 'liquidation', params: { actions: [{ type: 'plan-liquidation' }] } };
  const below = { fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } };
  const large = { fact: 'notional', operator: 'greaterThan', value: '5000' };
  return [
    { name: 'large', conditions: { all: [below, large] }, event },
    { name: 'small', conditions: { all: [below] }, event },
  ];
}

describe('facts in the parameters of actions', () => {
  const asking = {
    equity: { fact: 'equity' },
    ratio: { fact: 'marginRatio' },
    positions: { fact: 'positionCount' },
    tags: { fact: 'tags' },
    scope: { fact: 'scope' },
    cap: { fact: 'limits', path: '$.tiers[0].cap' },
    note: 'as it is',
  };
  const cap = { path: '$.tiers[0].cap', type: 'decimal', unit: 'quote', meaning: 'Cap of the first tier.' };
  const limits = {
    ...{ name: 'limits', type: 'structured', unit: 'none', ageMaxSeconds: 60, fields: [cap] },
    ...{ meaning: 'Limits.', source: 'the desk' },
  };
  const document = liquidationTrigger.schema.parse({
    rules: [
      {
        name: 'liquidation',
        conditions: { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] },
        event: { type: 'liquidation', params: { actions: [{ type: 'plan-liquidation', params: asking }] } },
      },
    ],
    exits: [
      {
        zone: 'liquidation',
        conditions: { all: [{ fact: 'marginRatio', operator: 'greaterThan', value: '2' }] },
      },
    ],
    facts: [limits],
  });
  const trigger = liquidationTrigger.compile(document);
  const venue = (at: string) => ({ limits: { value: { tiers: [{ cap: '250.50' }] }, at } });
  const paramsOf = (over: Partial<ScopeFacts>, previous: string | null = null) =>
    trigger.judge(pool('70', { tags: ['retail'], ...over }), previous).actions[0]?.params;

  it('stand there as values', () => {
    expect(paramsOf({ venue: venue('1970-01-01T00:00:00Z') })).toEqual({
      ...{ equity: '70', ratio: '0.7', positions: 1, tags: ['retail'], scope: 'cross', cap: '250.5' },
      note: 'as it is',
    });
  });

  it('are null where they are unknown: sent without an instant, too old, not sent', () => {
    expect(paramsOf({})).toMatchObject({ cap: null, equity: '70' });
    expect(paramsOf({ venue: { limits: { tiers: [{ cap: '1' }] } } })).toMatchObject({ cap: null });
    expect(paramsOf({ at: 61_000, venue: venue('1970-01-01T00:00:00Z') })).toMatchObject({ cap: null });
  });

  it('are those of the account also where an exit keeps it in its zone', () => {
    expect(trigger.judge(pool('150'), 'liquidation').actions[0]?.params).toMatchObject({ equity: '150', ratio: '1.5' });
  });

  it('that mean nothing are problems at their place', () => {
    const [rule] = document.rules;
    const params = { 'a/b': { fact: 'equty' }, cap: { fact: 'limits', path: '$.tiers' } };
    const event = { type: 'liquidation', params: { actions: [{ type: 'plan-liquidation' as const, params }] } };
    const problems = liquidationTrigger.check({ ...document, rules: [{ ...rule!, event }] });
    const at = '/rules/0/event/params/actions/0/params';
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['unknown_fact', `${at}/a~1b/fact`],
      ['unknown_path', `${at}/cap/path`],
    ]);
  });
});
