export { isGranted } from './actor.ts';
export type { Actor, Key, Person } from './actor.ts';
export { mayBeSecondPair } from './four-eyes.ts';
export { KEY_SCOPES, PERMISSIONS } from './permission.ts';
export type { KeyScope, Permission } from './permission.ts';
export { PERMISSIONS_OF_ROLE, ROLES } from './role.ts';
export type { Role } from './role.ts';
