import { expect, test } from 'vitest';
import type { ChangeResource, DirectoryEntry } from '@backstop/contracts';
import { openPlaces } from './openPlaces.ts';

const person = (id: string, roles: DirectoryEntry['roles'], disabled = false): DirectoryEntry => ({
  ...{ id, login: id, name: id, roles, disabled },
});

const PEOPLE = [
  person('ada', ['author', 'approver']),
  person('piet', ['approver']),
  person('rosa', ['approver', 'emergency']),
  person('gone', ['approver'], true),
  person('vera', ['viewer']),
];

const review = (by: string, counts: boolean): ChangeResource['reviews'][number] => ({
  ...{ by, counts, at: '2026-01-01T00:00:00Z', verdict: 'approve', digest: 'd', roles: [], comment: '' },
});

const change = (over: Partial<ChangeResource>) => ({
  ...{ missing: { approvals: 1, roles: [] }, contributors: ['ada'], reviews: [], requestedApprovers: [] },
  ...over,
});

const told = (over: Partial<ChangeResource>) =>
  openPlaces(change(over), PEOPLE).map(({ role, people }) => [role, people.map(({ id }) => id)]);

test.each([
  ['by whoever may review and wrote none of it', {}, [[null, ['piet', 'rosa']]]],
  ['who was asked comes first', { requestedApprovers: ['rosa'] }, [[null, ['rosa', 'piet']]]],
  ['not again by who has given one', { reviews: [review('piet', true)] }, [[null, ['rosa']]]],
  ['again by whose review is void', { reviews: [review('piet', false)] }, [[null, ['piet', 'rosa']]]],
  [
    'with a role first, then by anybody',
    { missing: { approvals: 2, roles: ['emergency'] } },
    [
      ['emergency', ['rosa']],
      [null, ['piet', 'rosa']],
    ],
  ],
  ['by nobody where all wrote some of it', { contributors: ['ada', 'piet', 'rosa'] }, [[null, []]]],
  ['none where none is missing', { missing: null }, []],
] as const)('an approval is missing %s', (_, over, expected) => {
  expect(told(over as unknown as Partial<ChangeResource>)).toEqual(expected);
});
