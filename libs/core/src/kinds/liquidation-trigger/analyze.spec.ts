import { describe, expect, it } from 'vitest';
import type { LeafValue } from '../../rules/index.ts';
import { liquidationTrigger } from './index.ts';

const { schema, analyze } = liquidationTrigger;
const leaf = (fact: string, operator: string, value: LeafValue) => ({ fact, operator, value });
const rule = (name: string, conditions: unknown, ...types: string[]) => ({
  name,
  conditions,
  event: { type: name, params: { actions: types.map((type) => ({ type })) } },
});
const trigger = (...rules: unknown[]) => schema.parse({ rules });
const told = (...rules: unknown[]) =>
  analyze(trigger(...rules), null).findings.map(({ code, level, answer, sentence }) => [code, level, answer, sentence]);

const BELOW = { all: [leaf('equity', 'lessThan', { fact: 'maintenanceMargin' })] };
const LIQUIDATION = rule('liquidation', BELOW, 'plan-liquidation');
const NOT_BELOW = { not: BELOW };
const WARNING = rule('warning', { all: [leaf('marginRatio', 'lessThan', '1.5')] }, 'notify');

describe('findings', () => {
  it.each<[string, unknown[], string[][]]>([
    ['rules that catch every account have no gap', [LIQUIDATION, rule('rest', NOT_BELOW)], []],
    [
      'equity ≥ maintenanceMargin is caught by none',
      [LIQUIDATION],
      [
        [
          'gap',
          'information',
          'found',
          'No rule catches an account with maintenance margin 100, equity 100, so that it is `healthy`.',
        ],
      ],
    ],
    [
      'a rule that can never hold',
      [LIQUIDATION, rule('rest', NOT_BELOW), rule('never', { all: [...BELOW.all, ...[NOT_BELOW]] }, 'notify')],
      [['unreachable_rule', 'warning', 'found', '`never` never decides: its conditions never hold together.']],
    ],
    [
      'a rule whose accounts the next one would treat alike',
      [
        rule('liquidation', { all: [leaf('marginRatio', 'lessThan', '0.5')] }, 'plan-liquidation'),
        { ...LIQUIDATION, name: 'all-below' },
        rule('rest', NOT_BELOW),
      ],
      [
        [
          'redundant_rule',
          'information',
          'found',
          '`liquidation` changes nothing: without it every account comes to the same zone.',
        ],
      ],
    ],
    [
      'a milder rule before a more severe one',
      [WARNING, LIQUIDATION, rule('rest', { not: WARNING.conditions })],
      [
        [
          'unreachable_rule',
          'warning',
          'found',
          '`liquidation` never decides: a rule before it takes every account that it catches, such as an account with maintenance margin 100, equity 99, which `warning` puts into `warning`.',
        ],
        [
          'overlap',
          'warning',
          'found',
          '`warning` hides `liquidation`, which is more severe: both catch an account with maintenance margin 100, equity 99, which `warning` puts into `warning`.',
        ],
      ],
    ],
    [
      'a zone that grows milder as equity falls',
      [
        rule('call', { all: [leaf('equity', 'greaterThan', '50')] }, 'block-new-risk'),
        rule('rest', { all: [leaf('equity', 'lessThanInclusive', '50')] }, 'notify'),
      ],
      [
        [
          'non_monotone_zone',
          'warning',
          'found',
          'Less equity leads to a milder zone: an account with equity 51 is in `call`, yet with equity 50 it is in `rest`, which is milder.',
        ],
      ],
    ],
    [
      'a hole below a zone',
      [rule('call', { all: [leaf('equity', 'greaterThan', '50')] }, 'block-new-risk')],
      [
        [
          'gap',
          'warning',
          'found',
          'Less equity leads to a milder zone: an account with equity 51 is in `call`, yet with equity 50 no rule catches it, so that it is `healthy`.',
        ],
      ],
    ],
  ])('%s', (_, rules, expected) => {
    expect(told(...rules)).toEqual(expected);
  });

  it('what cannot be solved for is unknown, and the leaf is named', () => {
    const circle = ['leverage', 'marginRatio', 'accountValueToInitialMargin', 'leverage'];
    const present = ['accountValue', 'initialMargin'].map((fact) => leaf(fact, 'greaterThan', 0));
    const all = [...present, ...circle.slice(1).map((fact, at) => leaf(circle[at]!, 'lessThan', { fact }))];
    const unknown = analyze(trigger(rule('circle', { all }, 'notify'), LIQUIDATION), null).findings.filter(
      ({ answer }) => answer === 'unknown',
    );
    expect(unknown.length).toBeGreaterThan(0);
    for (const { reason, sentence, witness } of unknown) {
      expect(reason).toMatch(
        /^the comparison of `\w+` with `\w+` at `\/rules\/0\/conditions\/all\/\d` cannot be solved for$/,
      );
      expect(sentence).toContain('is not known: ');
      expect(witness).toBeNull();
    }
  });

  it('a document whose names mean nothing has none, and cannot be compared', () => {
    const broken = trigger(rule('a', { all: [leaf('equty', 'lessThan', '1')] }, 'notify'));
    expect(analyze(broken, trigger(LIQUIDATION))).toEqual({
      findings: [],
      comparison: {
        answer: 'unknown',
        sentence: 'What it does otherwise is not known: a name in one of the documents means nothing.',
        reason: 'a name in one of the documents means nothing',
        differences: [],
      },
    });
  });
});

describe('two versions', () => {
  const limit = (value: string) =>
    trigger(LIQUIDATION, rule('warning', { all: [leaf('marginRatio', 'lessThan', value)] }, 'notify'));

  it.each([
    [
      'written otherwise',
      trigger(LIQUIDATION),
      trigger(rule('liquidation', { any: [leaf('marginRatio', 'lessThan', '1')] }, 'plan-liquidation')),
      'equivalent',
    ],
    ['an earlier warning', limit('1.2'), limit('1.5'), 'stricter'],
    ['a later warning', limit('1.5'), limit('1.2'), 'looser'],
    [
      'a warning for other accounts',
      limit('1.5'),
      trigger(LIQUIDATION, rule('warning', { all: [leaf('equity', 'lessThan', '50')] }, 'notify')),
      'incomparable',
    ],
  ])('%s', (_, before, after, answer) => {
    expect(analyze(after, before).comparison).toMatchObject({ answer, reason: null });
  });

  it('a fact that is believed otherwise is not compared', () => {
    const fact = { name: 'score', type: 'decimal', unit: 'none', meaning: 'For the test.', source: 'the test' };
    const rules = [LIQUIDATION, rule('scored', { all: [leaf('score', 'lessThan', '5')] }, 'notify')];
    const [before, after] = [null, '10'].map((maximum) => schema.parse({ rules, facts: [{ ...fact, maximum }] }));
    expect(analyze(after!, before!).comparison).toMatchObject({
      answer: 'unknown',
      reason: 'rules ask for `score`, which is declared otherwise',
    });
  });
});
