import { describe, expect, it } from 'vitest';
import { isGranted, KEY_SCOPES, mayBeSecondPair, PERMISSIONS, PERMISSIONS_OF_ROLE, ROLES } from './index.ts';
import type { Person } from './index.ts';

const person = (...roles: Person['roles']): Person => ({ kind: 'person', id: 'ann', roles });

/** What a scope grants besides its own. */
const GRANTED_WITH_SCOPE: Readonly<Partial<Record<string, readonly string[]>>> = {
  'decision:record': ['evaluate'],
  'loss:write': ['loss:try'],
  'liquidation:write': ['evaluate'],
};

describe('denied unless granted', () => {
  it('a person without a role and a key without a scope are granted nothing', () => {
    for (const permission of PERMISSIONS) {
      expect(isGranted(person(), permission)).toBe(false);
      expect(isGranted({ kind: 'key', id: 'k', scopes: [] }, permission)).toBe(false);
    }
  });

  it('a key is granted its scopes and nothing else, but that who may record something may ask for it', () => {
    for (const scope of KEY_SCOPES) {
      const granted = PERMISSIONS.filter((permission) =>
        isGranted({ kind: 'key', id: 'k', scopes: [scope] }, permission),
      );
      expect(granted).toEqual([...(GRANTED_WITH_SCOPE[scope] ?? []), scope]);
    }
  });

  it('a role grants what its row says, and two roles what both say', () => {
    for (const role of ROLES) {
      const granted = PERMISSIONS.filter((permission) => isGranted(person(role), permission));
      expect(granted.toSorted()).toEqual([...PERMISSIONS_OF_ROLE[role]].sort());
    }
    expect(isGranted(person('author', 'approver'), 'change:write')).toBe(true);
    expect(isGranted(person('author', 'approver'), 'change:review')).toBe(true);
  });

  it('every permission is granted by some role or is for keys alone', () => {
    const byRoles = new Set(Object.values(PERMISSIONS_OF_ROLE).flat());
    expect(PERMISSIONS.filter((permission) => !byRoles.has(permission))).toEqual(['book:write']);
  });

  it.each([
    ['writes changes', 'change:write', ['author', 'emergency']],
    ['reviews changes', 'change:review', ['approver']],
    ['acts in an emergency', 'change:emergency', ['emergency']],
    ['asks for a deposit into the fund', 'fund:deposit', ['author']],
    ['decides about it', 'fund:approve', ['approver']],
    ['tries a loss', 'loss:try', ['author', 'approver', 'emergency']],
    ['records a loss', 'loss:write', ['emergency']],
    ['begins a liquidation', 'liquidation:write', ['emergency']],
    ['records decisions', 'decision:record', ['author', 'approver', 'emergency', 'auditor']],
    ['reads the audit', 'audit:read', ['auditor']],
    ['runs the people', 'people:manage', ['admin']],
  ] as const)('who %s', (_, permission, roles) => {
    expect(ROLES.filter((role) => PERMISSIONS_OF_ROLE[role].includes(permission))).toEqual(roles);
  });
});

describe('four eyes', () => {
  it('a contributor never is the second pair, nor is a key', () => {
    expect(mayBeSecondPair(person('approver'), ['bob'])).toBe(true);
    expect(mayBeSecondPair(person('approver'), ['bob', 'ann'])).toBe(false);
    expect(mayBeSecondPair({ kind: 'key', id: 'k', scopes: ['policy:read'] }, [])).toBe(false);
  });
});
