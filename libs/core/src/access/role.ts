import type { Permission } from './permission.ts';

/** What a person is at the venue; one person may be several. */
export const ROLES = ['viewer', 'author', 'approver', 'emergency', 'auditor', 'admin'] as const;

export type Role = (typeof ROLES)[number];

const READING: readonly Permission[] = [
  'evaluate',
  'policy:read',
  'change:read',
  'book:read',
  'fund:read',
  'loss:read',
  'decision:read',
  'events:read',
];

/** What each role grants. Nobody may both run the people and decide by that alone: `admin` neither writes nor reviews. */
export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: READING,
  author: [...READING, 'change:write', 'fund:deposit', 'loss:try', 'decision:record'],
  approver: [...READING, 'change:review', 'change:cancel', 'fund:approve', 'loss:try', 'decision:record'],
  emergency: [
    ...READING,
    'change:write',
    'change:emergency',
    'change:cancel',
    'loss:try',
    'loss:write',
    'liquidation:write',
    'decision:record',
  ],
  auditor: [...READING, 'audit:read', 'decision:record'],
  admin: [...READING, 'people:manage', 'key:manage'],
};
