import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../canonical/index.ts';
import { parseDocument } from '../../policy/index.ts';
import { liquidationTrigger } from './index.ts';
import { coverageOf, judgeCases, traceCase } from './judge-cases.ts';
import { schema } from './schema.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/valid/${name}.json`, import.meta.url), 'utf8'));
const document = schema.parse(read('reference-with-cases'));

describe('the cases of a document', () => {
  it('are judged by its own rules, exits and what is unknown too', () => {
    expect(judgeCases(document).map(({ name, holds, zone, rule }) => [name, holds, zone, rule])).toEqual([
      ['at-maintenance', true, 'margin-call', 'margin-call'],
      ['below-maintenance', true, 'liquidation', 'liquidation'],
      ['between-margins', true, 'reduce-only', 'reduce-only'],
      ['comfortable', true, 'healthy', null],
      ['equity-unknown', true, null, 'liquidation'],
      ['kept-by-its-exit', true, 'liquidation', 'exit of liquidation'],
      ['near', true, 'warning', 'warning'],
    ]);
  });

  it('say which rules none of them puts to the test', () => {
    const judged = judgeCases(document);
    expect(coverageOf(document.rules, judged).undecided).toEqual([]);
    const few = judged.filter(({ name }) => name === 'near' || name === 'kept-by-its-exit');
    expect(coverageOf(document.rules, few)).toEqual({
      decided: ['warning'],
      undecided: ['liquidation', 'margin-call', 'reduce-only'],
    });
  });

  it('that do not hold refuse the document, with what the rules give instead', () => {
    const cases = [{ name: 'wished', facts: { equity: 90, maintenanceMargin: 100 }, zone: 'warnin' }];
    expect(parseDocument(liquidationTrigger, { ...(read('reference') as object), cases })).toEqual({
      ok: false,
      problems: [
        {
          code: 'rule_case_must_hold',
          path: '/cases/0/zone',
          message:
            'case `wished` expects zone `warnin`, yet the rules give zone `liquidation`: equity 90 is below maintenance margin 100',
          suggestion: 'did you mean `warning`?',
        },
      ],
    });
  });

  it('are traced to the rule that decided', () => {
    const tried = traceCase(document, { facts: { equity: '115', maintenanceMargin: '100' }, previousZone: null });
    expect(tried.map(({ rule, result }) => [rule, result])).toEqual([
      ['liquidation', false],
      ['margin-call', false],
      ['reduce-only', null],
    ]);
  });

  it('state parts of structured facts, sets and dated facts', () => {
    const facts = [
      {
        ...{ name: 'limits', type: 'structured', unit: 'none', ageMaxSeconds: 5, meaning: 'Limits.', source: 'desk' },
        fields: [{ path: '$.cap[1]', type: 'decimal', unit: 'quote', meaning: 'Cap.' }],
      },
    ];
    const watched = {
      name: 'watched',
      conditions: {
        all: [
          { fact: 'limits', path: '$.cap[1]', operator: 'lessThan', value: 10 },
          { fact: 'tags', operator: 'contains', value: 'vip' },
          { fact: 'positionCount', operator: 'greaterThan', value: 1 },
        ],
      },
      event: { type: 'watched', params: { actions: [] } },
    };
    const base = read('smallest') as { rules: object[] };
    const stated = { equity: 900, maintenanceMargin: 100, 'limits$.cap[1]': 9.5, tags: ['vip'], positionCount: 2 };
    const cases = [{ name: 'capped', facts: stated, zone: 'watched' }];
    const parsed = parseDocument(liquidationTrigger, { ...base, rules: [...base.rules, watched], facts, cases });
    expect(parsed).toMatchObject({ ok: true, value: { cases: [{ facts: { equity: '900', positionCount: 2 } }] } });
  });

  it('leave a document that has none byte for byte what it was', () => {
    const without = schema.parse(read('reference'));
    expect(Object.keys(without)).not.toContain('cases');
    expect(canonicalJson(schema.parse({ ...(read('reference') as object), cases: [] }))).toBe(canonicalJson(without));
  });

  it('that come, go or change do nothing to accounts', () => {
    const { cases = [], ...without } = document;
    expect(liquidationTrigger.diff(without, document)).toHaveLength(cases.length);
    const changed = { ...document, cases: cases.slice(1) };
    expect(liquidationTrigger.diff(document, changed)).toMatchObject([
      { path: '/cases/name=at-maintenance', effect: 'none', sentence: 'Case `at-maintenance` is removed.' },
    ]);
  });
});
