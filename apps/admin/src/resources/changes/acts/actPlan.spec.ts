import { expect, test } from 'vitest';
import { changeActs, type ChangePhaseName, type ChangeResource } from '@backstop/contracts';
import { actPlan } from './actPlan.ts';

const act = (name: ChangeResource['acts'][number]['act'], allowed: boolean): ChangeResource['acts'][number] => ({
  act: name,
  allowed,
  code: allowed ? null : 'change_contributor_must_not_approve',
  detail: allowed ? null : 'you wrote part of it',
});

const all = (allowed: boolean): ChangeResource['acts'] => changeActs.map((name) => act(name, allowed));
const emergency = { by: 'eve', reason: 'r', expiresAt: '2026-01-01T00:00:00Z', confirmed: null };

test.each<[ChangePhaseName, string[]]>([
  ['draft', ['submit', 'edit', 'withdraw']],
  ['submitted', ['approve', 'reject', 'emergency', 'edit', 'submit', 'withdraw']],
  ['scheduled', ['cancel']],
  ['withdrawn', []],
])('where a change is %s, %j is offered to whoever may do all of it', (phase, offered) => {
  expect(actPlan({ phase, acts: all(true), emergency: null }).offered).toEqual(offered);
});

test('what the service does not allow is never a button, and stands with its reason', () => {
  const { offered, refused } = actPlan({ phase: 'submitted', acts: all(false), emergency: null });
  expect(offered).toEqual([]);
  expect(refused.map(({ act: name, detail }) => [name, detail])).toContainEqual(['approve', 'you wrote part of it']);
});

test('what the roles do not grant is named apart from what stands in the way', () => {
  const acts = [{ ...act('approve', false), code: 'permission_denied' }, act('withdraw', false)];
  const { refused, notGranted } = actPlan({ phase: 'submitted', acts, emergency: null });
  expect(notGranted).toEqual(['approve']);
  expect(refused.map(({ act: name }) => name)).toEqual(['withdraw']);
});

test('only an emergency that nobody has confirmed asks to be confirmed', () => {
  const confirmed = { ...emergency, confirmed: { by: 'bob', at: '2026-01-01T00:00:00Z' } };
  expect(actPlan({ phase: 'active', acts: all(true), emergency }).offered).toEqual(['confirm']);
  expect(actPlan({ phase: 'active', acts: all(true), emergency: confirmed }).offered).toEqual([]);
});
