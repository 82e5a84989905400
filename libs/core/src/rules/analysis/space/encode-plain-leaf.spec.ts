import { describe, expect, it } from 'vitest';
import { decimal } from '../../../num/index.ts';
import { bind } from '../../judge/bind.ts';
import { scopeCatalogue } from '../../language/catalogue.ts';
import type { Leaf } from '../../language/condition.ts';
import { evaluate } from '../../judge/evaluate.ts';
import { factDeclarationSchema } from '../../language/fact.ts';
import type { ScopeFacts } from '../../judge/scope-facts.ts';
import { TRUE } from '../../judge/verdict.ts';
import { accountSpace } from './account-space.ts';
import { budgetOf } from '../budget.ts';
import { encode } from './encode.ts';
import { findAccount } from '../find-account.ts';

const declared = { unit: 'none', meaning: 'For the test.', source: 'the test' };
const facts = scopeCatalogue(
  [
    { name: 'name', type: 'text' },
    { name: 'other', type: 'text' },
  ].map((fact) => factDeclarationSchema.parse({ ...declared, ...fact })),
);

/** An account of which only texts and tags matter. */
function account(asset: string, tags: readonly string[], venue: ScopeFacts['venue'] = {}): ScopeFacts {
  const zero = decimal(0n);
  return {
    at: 0,
    equity: zero,
    accountValue: zero,
    initialMargin: zero,
    maintenanceMargin: zero,
    notional: zero,
    unrealizedPnl: zero,
    withdrawable: zero,
    positionCount: 0,
    scope: 'isolated',
    asset,
    contract: 'A',
    tags,
    venue,
  };
}

describe('what a text says never makes one statement another', () => {
  it.each<[string, Leaf, Leaf, ScopeFacts]>([
    [
      'a tag `asset()`, the asset among the tags',
      { fact: 'tags', operator: 'contains', value: { fact: 'asset' } },
      { fact: 'tags', operator: 'contains', value: 'asset()' },
      account('USDT', ['USDT']),
    ],
    [
      'the asset among the tags, a tag `asset()`',
      { fact: 'tags', operator: 'contains', value: 'asset()' },
      { fact: 'tags', operator: 'contains', value: { fact: 'asset' } },
      account('USDT', ['asset()']),
    ],
    [
      'a tag `asset`, the asset among the tags',
      { fact: 'tags', operator: 'contains', value: 'asset' },
      { fact: 'tags', operator: 'contains', value: { fact: 'asset' } },
      account('USDT', ['asset']),
    ],
    [
      'a tag with `∋`, the same without what is before it',
      { fact: 'tags', operator: 'contains', value: 'tags∋retail' },
      { fact: 'tags', operator: 'contains', value: 'retail' },
      account('USDT', ['tags∋retail']),
    ],
    [
      'two names that are the same, a name that is `other`',
      { fact: 'name', operator: 'equal', value: 'other' },
      { fact: 'name', operator: 'equal', value: { fact: 'other' } },
      account('USDT', [], { name: 'other', other: 'b' }),
    ],
    [
      'a name that looks like a statement, another',
      { fact: 'name', operator: 'equal', value: 'name="a"' },
      { fact: 'name', operator: 'equal', value: 'a' },
      account('USDT', [], { name: 'name="a"' }),
    ],
    [
      'a quoted text, the same without quotes',
      { fact: 'name', operator: 'equal', value: '"a"' },
      { fact: 'name', operator: 'equal', value: 'a' },
      account('USDT', [], { name: '"a"' }),
    ],
    [
      'a tag `lower equity`, a tag `equity`',
      { fact: 'tags', operator: 'contains', value: 'lower equity' },
      { fact: 'tags', operator: 'contains', value: 'equity' },
      account('USDT', ['lower equity']),
    ],
  ])('%s', (_, is, isNot, shown) => {
    const bound = bind({ all: [is, { not: isNot }] }, '/at', { facts, conditions: {} });
    expect(evaluate(bound, shown)).toBe(TRUE);
    const space = accountSpace(facts);
    const isSo = (witness: { facts: ScopeFacts }) => evaluate(bound, witness.facts) === TRUE;
    expect(findAccount(space, [encode(space, bound).yes], isSo, budgetOf(10_000)).kind).not.toBe('none');
  });

  it('an account shows that its asset is among its tags, and that a tag of another text is not', () => {
    const all: Leaf[] = [{ fact: 'tags', operator: 'contains', value: { fact: 'asset' } }];
    const not: Leaf = { fact: 'tags', operator: 'contains', value: 'asset()' };
    const bound = bind({ all: [...all, { not }] }, '/at', { facts, conditions: {} });
    const space = accountSpace(facts);
    const isSo = (witness: { facts: ScopeFacts }) => evaluate(bound, witness.facts) === TRUE;
    const found = findAccount(space, [encode(space, bound).yes], isSo, budgetOf(10_000));
    expect(found).toMatchObject({
      kind: 'found',
      witness: { text: 'tags without asset(), tags with the asset', facts: { asset: 'USDT', tags: ['USDT'] } },
    });
  });
});
