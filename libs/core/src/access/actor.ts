import { GRANTED_WITH } from './permission.ts';
import type { KeyScope, Permission } from './permission.ts';
import { PERMISSIONS_OF_ROLE } from './role.ts';
import type { Role } from './role.ts';

/** Who acts: a person who signed in, or a trading system with its key. */
export type Actor = Person | Key;

export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface Key {
  readonly kind: 'key';
  readonly id: string;
  readonly scopes: readonly KeyScope[];
}

/** Whether something grants the actor a permission; what nothing grants is denied. */
export function isGranted(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'key') {
    return actor.scopes.some((scope) => scope === permission || GRANTED_WITH[scope]?.includes(permission) === true);
  }
  return actor.roles.some((role) => PERMISSIONS_OF_ROLE[role].includes(permission));
}
