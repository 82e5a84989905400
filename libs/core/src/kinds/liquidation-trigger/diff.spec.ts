import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { liquidationTrigger } from './index.ts';
import type { LiquidationTriggerDocument } from './index.ts';

const { schema, diff } = liquidationTrigger;
const read = (name: string): LiquidationTriggerDocument =>
  schema.parse(JSON.parse(readFileSync(new URL(`./fixtures/valid/${name}.json`, import.meta.url), 'utf8')));
const reference = read('reference');
const venue = read('priorities-names-and-venue-facts');

/** The reference with the limit of one rule, or of one exit, at another value. */
function withLimit(list: 'rules' | 'exits', at: number, limit: string): LiquidationTriggerDocument {
  const text = JSON.stringify(reference[list][at]);
  const changed: unknown = JSON.parse(text.replace(/"value":(?:"[^"]*"|\{[^}]*\})/, `"value":"${limit}"`));
  return schema.parse({ ...reference, [list]: reference[list].map((row, place) => (place === at ? changed : row)) });
}

const only = (before: LiquidationTriggerDocument, after: object) =>
  diff(before, schema.parse(after)).map(({ path, effect, sentence }) => ({ path, effect, sentence }));

describe('rules are classified by what the change does', () => {
  it.each([
    [
      'a margin call that begins earlier blocks new risk',
      withLimit('rules', 1, '1.2'),
      'blocks-new-risk',
      'Rule `margin-call` has other conditions: an account with maintenance margin 100, initial margin 119, equity 119 moves from `warning` to `margin-call`.',
    ],
    [
      'a margin call that begins later loosens',
      withLimit('rules', 1, '1.05'),
      'loosens',
      'Rule `margin-call` has other conditions: an account with maintenance margin 100, equity 109 moves from `margin-call` to `warning`.',
    ],
    [
      'a warning that begins earlier does nothing to an account',
      withLimit('rules', 3, '2'),
      'none',
      'Rule `warning` has other conditions.',
    ],
  ])('%s', (_, after, effect, sentence) => {
    const [difference, ...others] = diff(reference, after);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ effect, sentence });
  });

  it('a liquidation that begins earlier can liquidate; written otherwise it does nothing', () => {
    const [first, ...rest] = reference.rules;
    const ratio = (value: string) => ({
      ...reference,
      rules: [{ ...first, conditions: { all: [{ fact: 'marginRatio', operator: 'lessThan', value }] } }, ...rest],
    });
    expect(only(reference, ratio('1.01'))).toEqual([
      {
        path: '/rules/name=liquidation/conditions',
        effect: 'can-liquidate',
        sentence: expect.stringMatching(
          /^Rule `liquidation` has other conditions: an account with maintenance margin 100, equity 100(?:\.\d+)? moves from `margin-call` to `liquidation`\.$/,
        ) as string,
      },
    ]);
    expect(only(reference, ratio('1'))).toEqual([
      {
        path: '/rules/name=liquidation/conditions',
        effect: 'none',
        sentence: 'Rule `liquidation` has other conditions.',
      },
    ]);
  });

  it('a rule removed, a rule added, and the order', () => {
    const without = { ...reference, rules: reference.rules.filter(({ name }) => name !== 'reduce-only'), exits: [] };
    const lean = schema.parse({ ...reference, exits: [] });
    expect(only(lean, without)).toMatchObject([{ path: '/rules/name=reduce-only', effect: 'loosens' }]);
    expect(only(schema.parse(without), lean)).toMatchObject([
      { path: '/rules/name=reduce-only', effect: 'blocks-new-risk' },
    ]);
    const [liquidation, call, reduce, warning] = reference.rules;
    const swapped = { ...lean, rules: [liquidation, call, warning, reduce] };
    expect(only(lean, swapped)).toMatchObject([{ path: '/rules', effect: 'loosens' }]);
  });

  it('actions of a zone', () => {
    const [first, second, ...rest] = reference.rules;
    const asking = (...types: string[]) => ({
      ...reference,
      rules: [
        first,
        { ...second, event: { type: 'margin-call', params: { actions: types.map((type) => ({ type })) } } },
        ...rest,
      ],
    });
    const path = '/rules/name=margin-call/event/params/actions';
    expect(only(reference, asking('block-new-risk', 'block-withdrawals', 'notify', 'takeover'))).toMatchObject([
      { path, effect: 'can-liquidate' },
    ]);
    expect(only(reference, asking('block-new-risk', 'block-withdrawals', 'notify', 'cancel-orders'))).toMatchObject([
      { path, effect: 'blocks-new-risk' },
    ]);
    const held = schema.parse(asking('block-new-risk', 'block-withdrawals', 'notify', 'hold'));
    expect(only(reference, held)).toMatchObject([{ path, effect: 'loosens' }]);
    expect(only(held, reference)).toMatchObject([{ path, effect: 'can-liquidate' }]);
    expect(only(reference, asking('notify'))).toMatchObject([{ path, effect: 'loosens' }]);
    expect(only(reference, asking('block-new-risk', 'block-withdrawals'))).toMatchObject([{ path, effect: 'none' }]);
  });

  it('differences that only together do harm carry the effect of all', () => {
    const tagged = (name: string, zone: string, type: string) => ({
      ...{ name, priority: 2, conditions: { all: [{ fact: 'tags', operator: 'contains', value: 'a' }] } },
      event: { type: zone, params: { actions: [{ type }] } },
    });
    const guards = [tagged('one', 'watched', 'notify'), tagged('two', 'watched', 'notify')];
    const takeover = tagged('three', 'takeover', 'takeover');
    const guarded = schema.parse({ ...reference, rules: [...guards, takeover, ...reference.rules] });
    const removed = (...rules: object[]) =>
      only(guarded, { ...reference, rules: [...rules, takeover, ...reference.rules] }).map(({ effect }) => effect);
    expect(guards.map((guard) => removed(guard))).toEqual([['none'], ['none']]);
    expect(removed()).toEqual(['can-liquidate', 'can-liquidate']);
  });
});

describe('exits are classified by what the change does', () => {
  it.each([
    ['left later', withLimit('exits', 0, '1.07'), 'can-liquidate'],
    ['left earlier', withLimit('exits', 0, '1.02'), 'loosens'],
    ['a blocking zone left later', withLimit('exits', 1, '1.3'), 'blocks-new-risk'],
    ['a warning left later', withLimit('exits', 3, '1.9'), 'none'],
  ])('%s', (_, after, effect) => {
    expect(diff(reference, after).map((difference) => difference.effect)).toEqual([effect]);
  });

  it('an exit that goes loosens, one that comes can keep a scope in liquidation', () => {
    const without = { ...reference, exits: reference.exits.filter(({ zone }) => zone !== 'liquidation') };
    expect(only(reference, without)).toMatchObject([{ path: '/exits/zone=liquidation', effect: 'loosens' }]);
    expect(only(schema.parse(without), reference)).toMatchObject([
      {
        effect: 'can-liquidate',
        sentence: expect.stringContaining(
          'in `liquidation` before, moves from `margin-call` to `liquidation`',
        ) as string,
      },
    ]);
  });
});

describe('facts, marks and holds', () => {
  it('a named condition is judged by the rules that use it', () => {
    const conditions = {
      ...venue.conditions,
      liquidatable: { all: [{ fact: 'marginRatio', operator: 'lessThan', value: '1.1' }] },
    };
    expect(only(venue, { ...venue, conditions })).toMatchObject([
      { path: '/conditions/liquidatable', effect: 'can-liquidate' },
    ]);
  });

  it('a fact believed otherwise counts as the worst where rules ask for it', () => {
    const facts = (change: object) =>
      venue.facts.map((fact) => (fact.name === 'desk.leverageLimit' ? { ...fact, ...change } : fact));
    const path = '/facts/name=desk.leverageLimit';
    expect(only(venue, { ...venue, facts: facts({ maximum: '100' }) })).toMatchObject([
      { path, effect: 'can-liquidate' },
    ]);
    expect(only(venue, { ...venue, facts: facts({ meaning: 'Another sentence.' }) })).toMatchObject([
      { path, effect: 'none' },
    ]);
  });

  it.each<[string, object, string, string]>([
    ['marks may be younger only', { markAgeMaxSeconds: 30 }, '/markAgeMaxSeconds', 'blocks-new-risk'],
    ['marks may be older', { markAgeMaxSeconds: 90 }, '/markAgeMaxSeconds', 'can-liquidate'],
    ['marks may be of any age', { markAgeMaxSeconds: null }, '/markAgeMaxSeconds', 'can-liquidate'],
    [
      'a narrower band',
      { markBand: { indexDeviationMax: '0.05', lastGoodDeviationMax: '0.25' } },
      '/markBand/indexDeviationMax',
      'blocks-new-risk',
    ],
    [
      'no band around the last good mark',
      { markBand: { indexDeviationMax: '0.1' } },
      '/markBand/lastGoodDeviationMax',
      'can-liquidate',
    ],
  ])('%s', (_, change, path, effect) => {
    expect(only(reference, { ...reference, ...change })).toMatchObject([{ path, effect }]);
  });

  it('holds, by contract and beginning', () => {
    const hold = { contract: 'A', from: '2026-01-01T00:00:00Z', until: '2026-01-01T06:00:00Z', reason: 'outage' };
    const held = (...holds: object[]) => schema.parse({ ...reference, holds });
    const path = '/holds/contract=A,from=2026-01-01T00:00:00Z';
    const later = { ...hold, until: '2026-01-01T06:00:00.001Z' };
    expect(only(reference, held(hold))).toMatchObject([{ path, effect: 'loosens' }]);
    expect(only(held(hold), reference)).toMatchObject([{ path, effect: 'can-liquidate' }]);
    expect(only(held(hold), held(later))).toMatchObject([{ path, effect: 'loosens' }]);
    expect(only(held(later), held(hold))).toMatchObject([{ path, effect: 'can-liquidate' }]);
    expect(only(held(hold), held({ ...hold, reason: 'index outage' }))).toMatchObject([{ path, effect: 'none' }]);
  });
});

it('a document whose names mean nothing is compared by its text, and counts as the worst', () => {
  const broken = schema.parse(JSON.parse(JSON.stringify(reference).replace('"marginRatio"', '"margnRatio"')));
  expect(diff(reference, broken).map(({ effect }) => effect)).toEqual(['can-liquidate']);
});
