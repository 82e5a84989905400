import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '@backstop/core/kinds';
import { formatDecimal, parseDecimal } from '@backstop/core/num';
import { scopeCatalogue } from '@backstop/core/rules';
import type { Condition, Leaf, ScopeFacts } from '@backstop/core/rules';
import { toldAccount } from './told-account.ts';

const { analyze, check, compile, schema } = kinds['liquidation-trigger'];

/** Texts that look like what an analysis might write down about facts. */
const TEXTS = [
  'USDT',
  'asset',
  'asset()',
  'desk()',
  'tags∋asset()',
  'asset=desk',
  'asset="USDT"',
  'lower equity',
  'desk yes',
  '"',
];
const FACTS = [
  { name: 'desk', type: 'text' },
  { name: 'groups', type: 'set' },
].map((fact) => ({ ...fact, unit: 'none', meaning: 'For the law.', source: 'the law' }));

const text = fc.constantFrom(...TEXTS);
const name = fc.constantFrom('asset', 'desk');
const isOrNot = fc.constantFrom('equal', 'notEqual');
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  leafOf(fc.constantFrom('tags', 'groups'), fc.constantFrom('contains', 'doesNotContain'), text),
  leafOf(fc.constantFrom('tags', 'groups'), fc.constantFrom('contains', 'doesNotContain'), fc.record({ fact: name })),
  leafOf(name, isOrNot, text),
  leafOf(name, fc.constantFrom('in', 'notIn'), fc.uniqueArray(text, { minLength: 1, maxLength: 2 })),
  leafOf(fc.constant('asset'), isOrNot, fc.constant({ fact: 'desk' })),
);
const some = fc
  .tuple(fc.constantFrom('all', 'any'), fc.array(fc.tuple(leaf, fc.boolean()), { minLength: 1, maxLength: 3 }))
  .map(([kind, parts]): Condition => {
    const given = parts.map(([part, isSo]): Condition => (isSo ? part : { not: part }));
    return kind === 'all' ? { all: given } : { any: given };
  });
/** One thing without another: what never holds, where they are the same or taken for the same. */
const without = fc.tuple(leaf, fc.boolean()).map(([is, isSame]): Condition => {
  return { all: [is, { not: isSame ? is : lookalike(is) }] };
});
const conditions = fc.oneof(some, without);

/** Rules on texts before one that liquidates whatever is below its maintenance margin. */
const documents = fc.array(conditions, { minLength: 1, maxLength: 3 }).map((given) => {
  const below = { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] };
  const mild = given.map((conditions, at) => ruleOf(`r${String(at)}`, conditions, 'notify'));
  return schema.parse({ rules: [...mild, ruleOf('below', below, 'plan-liquidation')], facts: FACTS });
});
const CATALOGUE = scopeCatalogue(schema.parse({ rules: [ruleOf('a', { all: [] }, 'notify')], facts: FACTS }).facts);

/** Accounts below their maintenance margin. */
const accounts = fc
  .record({ asset: text, desk: text, tags: fc.subarray(TEXTS), groups: fc.subarray(TEXTS) })
  .map(({ asset, desk, tags, groups }): ScopeFacts => {
    const told = toldAccount({ equity: '50', asset }, CATALOGUE);
    return { ...told, tags, venue: { desk, groups } };
  });
const samples = fc.array(accounts, { minLength: 40, maxLength: 40 });

/** What compares with a text that looks like the fact that a leaf compares with, or the other way round. */
function lookalike({ value, ...rest }: Leaf): Leaf {
  if (typeof value === 'object' && 'fact' in value) return { ...rest, value: `${value.fact}()` };
  return value === 'asset()' || value === 'desk()'
    ? { ...rest, value: { fact: value.slice(0, -2) } }
    : { ...rest, value };
}

function leafOf(fact: fc.Arbitrary<string>, operator: fc.Arbitrary<string>, value: fc.Arbitrary<Leaf['value']>) {
  return fc.record({ fact, operator, value });
}

function ruleOf(zone: string, conditions: Condition, action: string) {
  return { name: zone, conditions, event: { type: zone, params: { actions: [{ type: action }] } } };
}

describe('an analysis of texts that look like its own', () => {
  it('proves_truly: where the check passes, every account below its maintenance margin is liquidated', () => {
    let accepted = 0;
    fc.assert(
      fc.property(documents, samples, (document, known) => {
        if (check(document).length > 0) return;
        accepted += 1;
        const trigger = compile(document);
        for (const facts of known) expect(trigger.judge(facts, null).zone).toBe('below');
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('denies_truly: a rule that it says never decides decides on no account', () => {
    let denied = 0;
    fc.assert(
      fc.property(documents, samples, (document, known) => {
        const trigger = compile(document);
        for (const { code, answer, pointers } of analyze(document, null).findings) {
          if (code !== 'unreachable_rule' || answer !== 'found') continue;
          denied += 1;
          const rule = document.rules[Number(pointers[0]?.slice('/rules/'.length))]?.name;
          for (const facts of known) expect(trigger.judge(facts, null).rule).not.toBe(rule);
        }
      }),
      { numRuns: 300 },
    );
    expect(denied).toBeGreaterThan(20);
  });

  it('shows_truly: every witness, read back from its texts, is judged as its finding says', () => {
    let shown = 0;
    fc.assert(
      fc.property(documents, (document) => {
        const trigger = compile(document);
        for (const { witness } of analyze(document, null).findings) {
          if (witness === null) continue;
          shown += 1;
          expect(trigger.judge(toldAccount(witness.facts, CATALOGUE), null).zone).toBe(witness.zone);
        }
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(300);
  });
});

describe('a tag that looks like a question about tags', () => {
  const isTagged = { fact: 'tags', operator: 'contains', value: { fact: 'asset' } };
  const not = { fact: 'tags', operator: 'contains', value: 'asset()' };
  const below = { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] };
  const document = schema.parse({
    rules: [
      { ...ruleOf('warning', { all: [isTagged, { not }] }, 'notify'), name: 'w', priority: 900 },
      ruleOf('below', below, 'plan-liquidation'),
    ],
  });
  const facts = { ...toldAccount({ equity: '50', asset: 'USDT' }, CATALOGUE), tags: ['USDT'] };

  it('lets no account escape liquidation unseen', () => {
    expect(formatDecimal(facts.maintenanceMargin ?? parseDecimal('0')!)).toBe('100');
    expect(compile(document).judge(facts, null).zone).toBe('warning');
    expect(check(document).map(({ code }) => code)).toEqual(['liquidatable_scope_must_reach_liquidating_zone']);
    expect(analyze(document, null).findings.filter(({ code }) => code === 'unreachable_rule')).toEqual([]);
  });
});
