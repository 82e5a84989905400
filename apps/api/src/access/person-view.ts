import { formatInstant } from '@backstop/core/venue';
import type { DirectoryEntry, PersonResource } from '@backstop/contracts';
import { instantText } from '../clock/instant-text.ts';
import type { StoredPerson } from './stored-person.ts';

/** A person as who runs the people sees them. */
export function personView(person: StoredPerson): PersonResource {
  const { id, login, name, roles, origin, issuer, disabledAt, isDemo, passwordMustChange, version } = person;
  return {
    ...{ id, login, name, roles: [...roles], origin, issuer, disabled: disabledAt !== null, demo: isDemo },
    mustChangePassword: passwordMustChange,
    lockedUntil: instantText(person.lockedUntil),
    createdAt: formatInstant(person.createdAt),
    lastSignInAt: instantText(person.lastSignInAt),
    version,
  };
}

/** A person as everybody who is signed in may see them. */
export function directoryView({ id, login, name, roles, disabledAt }: StoredPerson): DirectoryEntry {
  return { id, login, name, roles: [...roles], disabled: disabledAt !== null };
}

/** What an edit must name to be based on what is: it changes with every edit. */
export function personTag({ version }: StoredPerson): string {
  return `"${String(version)}"`;
}
