/**
 * Everything that can be granted. A permission is what a route or an act asks for; roles of people and scopes of keys
 * grant it. What nothing grants is denied.
 */
export const PERMISSIONS = [
  'evaluate',
  'policy:read',
  'change:read',
  'change:write',
  'change:review',
  'change:emergency',
  'change:cancel',
  'book:read',
  'book:write',
  'fund:read',
  'fund:deposit',
  'fund:approve',
  'loss:read',
  'loss:try',
  'loss:write',
  'liquidation:write',
  'decision:read',
  'decision:record',
  'events:read',
  'audit:read',
  'people:manage',
  'key:manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What an API key of a trading system may be given. */
export const KEY_SCOPES = [
  'evaluate',
  'decision:record',
  'book:write',
  'loss:write',
  'liquidation:write',
  'policy:read',
  'events:read',
] as const;

export type KeyScope = (typeof KEY_SCOPES)[number];

/** What a scope grants besides the permission of its own name: who may record something may try it first. */
export const GRANTED_WITH: Readonly<Partial<Record<KeyScope, readonly Permission[]>>> = {
  'decision:record': ['evaluate'],
  'loss:write': ['loss:try'],
  'liquidation:write': ['evaluate'],
};
