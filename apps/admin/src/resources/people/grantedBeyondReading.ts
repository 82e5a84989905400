import { PERMISSIONS_OF_ROLE, type Permission, type Role } from '@backstop/core/access';

/** What a role lets a person do beyond what every viewer may. */
export function grantedBeyondReading(role: Role): readonly Permission[] {
  return PERMISSIONS_OF_ROLE[role].filter((permission) => !PERMISSIONS_OF_ROLE.viewer.includes(permission));
}
