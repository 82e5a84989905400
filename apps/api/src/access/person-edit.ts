import type { Person } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import type { PersonEdit } from '@backstop/contracts';
import { ProblemError } from '../http/problem-error.ts';
import type { StoredPerson } from './stored-person.ts';

/** Whom an edit is about, what it says, and who asks for it. */
export interface EditOfPerson {
  readonly before: StoredPerson;
  readonly edit: PersonEdit;
  readonly by: Person;
  readonly at: Instant;
}

/**
 * What an edit makes of a person. Nobody changes their own roles or ends their own account: an admin who could would
 * need no second person to become author and approver as well, and one slip would shut everybody out.
 */
export function editedPerson({ before, edit, by, at }: EditOfPerson): StoredPerson {
  const { name = before.name, roles = before.roles, disabled = before.disabledAt !== null } = edit;
  const changesRoles = !isSameSet(roles, before.roles);
  const changesEnd = disabled !== (before.disabledAt !== null);
  if (before.id === by.id && (changesRoles || changesEnd)) {
    throw new ProblemError('own_roles_must_not_be_edited', 'another admin must do this to you');
  }
  if (before.origin === 'oidc' && (changesRoles || name !== before.name)) {
    throw new ProblemError('person_must_sign_in_here', 'name and roles come from the identity provider');
  }
  return { ...before, name, roles, disabledAt: disabled ? (before.disabledAt ?? at) : null };
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}
