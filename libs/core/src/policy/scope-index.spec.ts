import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScopeIndex, resolveScope, scopesAreEqual } from './index.ts';
import type { Scope, ScopeQuestion } from './index.ts';

interface Speaking {
  readonly scope: Scope;
  readonly says: string;
}

const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 });
const tags = fc.option(fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }), { nil: undefined });
const scopes: fc.Arbitrary<Scope> = fc
  .tuple(
    fc.oneof(
      names.map((contracts): Scope => ({ contracts })),
      names.map((groups): Scope => ({ groups })),
      names.map((assets): Scope => ({ assets })),
      fc.constant<Scope>({ contracts: '*' }),
    ),
    tags,
  )
  .map(([scope, own]) => (own === undefined ? scope : { ...scope, tags: own }));

/** Policies of which no two claim the same place, as a set has them. */
const policies = fc.array(scopes, { maxLength: 8 }).map((drafts) => {
  const kept: Scope[] = [];
  for (const draft of drafts) if (!kept.some((other) => scopesAreEqual(other, draft))) kept.push(draft);
  return kept.map((scope, index): Speaking => ({ scope, says: String(index) }));
});

const questions: fc.Arbitrary<ScopeQuestion> = fc.record(
  {
    contract: fc.constantFrom('A', 'B', 'C', 'D'),
    group: fc.constantFrom('A', 'B', 'C', 'D'),
    asset: fc.constantFrom('A', 'B', 'C', 'D'),
    tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w')),
  },
  { requiredKeys: ['tags'] },
);

describe('resolveScope', () => {
  const all: Speaking = { scope: { contracts: '*' }, says: 'all' };
  const allRetail: Speaking = { scope: { contracts: '*', tags: ['retail'] }, says: 'all retail' };
  const group: Speaking = { scope: { groups: ['majors'] }, says: 'group' };
  const exact: Speaking = { scope: { contracts: ['BTCUSDT'] }, says: 'exact' };
  const exactRetail: Speaking = { scope: { contracts: ['BTCUSDT'], tags: ['retail'] }, says: 'exact retail' };
  const exactVip: Speaking = { scope: { contracts: ['BTCUSDT'], tags: ['vip'] }, says: 'exact vip' };
  const asked = { contract: 'BTCUSDT', group: 'majors' };

  it.each<[string, Speaking[], readonly string[], string | null]>([
    ['nothing speaks', [], [], null],
    ['everything', [all], [], 'all'],
    ['group > everything', [all, group], [], 'group'],
    ['exact > group', [all, group, exact], [], 'exact'],
    ['tagged > untagged', [exact, exactRetail], ['retail'], 'exact retail'],
    ['untagged where the tag is another', [exact, exactRetail], ['vip'], 'exact'],
    ['exact, untagged > everything, tagged', [allRetail, exact], ['retail'], 'exact'],
    ['exact of another tag does not speak, group does', [group, exactRetail], [], 'group'],
    ['several tags: the first in the set’s order', [exactVip, exactRetail], ['vip', 'retail'], 'exact retail'],
    [
      'a tag that the set does not order never speaks',
      [{ ...exact, scope: { contracts: ['BTCUSDT'], tags: ['other'] } }],
      ['other'],
      null,
    ],
  ])('%s', (_, speaking, accountTags, expected) => {
    const index = buildScopeIndex(speaking);
    expect(resolveScope(index, { ...asked, tags: accountTags }, ['retail', 'vip'])?.says ?? null).toBe(expected);
  });

  it('agrees with the rule read aloud', () => {
    fc.assert(
      fc.property(policies, questions, fc.shuffledSubarray(['x', 'y', 'z']), (speaking, question, ordered) => {
        expect(resolveScope(buildScopeIndex(speaking), question, ordered)).toBe(readAloud(speaking, question, ordered));
      }),
      { numRuns: 3000 },
    );
  });
});

/** The slow, obvious evaluator: every policy is asked whether it matches, and the matches are ranked. */
function readAloud(
  speaking: readonly Speaking[],
  question: ScopeQuestion,
  ordered: readonly string[],
): Speaking | null {
  const matches = speaking.flatMap((each) => {
    const { scope } = each;
    const own = scope.tags?.map((tag) => (question.tags.includes(tag) ? ordered.indexOf(tag) : -1)) ?? [];
    const places = own.filter((place) => place >= 0);
    if (scope.tags !== undefined && places.length === 0) return [];
    const closeness = closenessOf(scope, question);
    const tagRank = scope.tags === undefined ? Number.POSITIVE_INFINITY : Math.min(...places);
    return closeness === null ? [] : [{ each, closeness, tagRank }];
  });
  const closest = Math.min(...matches.map((match) => match.closeness));
  const close = matches.filter((match) => match.closeness === closest);
  const [best] = close.toSorted((a, b) => (a.tagRank < b.tagRank ? -1 : 1));
  return best?.each ?? null;
}

function closenessOf(scope: Scope, { contract, group, asset }: ScopeQuestion): number | null {
  if (scope.contracts === '*' || scope.assets === '*') return 4;
  if (contract !== undefined && scope.contracts?.includes(contract) === true) return 1;
  if (asset !== undefined && scope.assets?.includes(asset) === true) return 2;
  if (group !== undefined && scope.groups?.includes(group) === true) return 3;
  return null;
}
