import { randomUUID } from 'node:crypto';
import type { Instant } from '@backstop/core/venue';
import type { DataSource, EntityManager } from 'typeorm';
import { appendAudit } from '../audit/audit.repository.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts';
import { oneTimePassword, passwordHash } from './password.ts';
import { PersonRepository, type NewPerson } from './person.repository.ts';

/** Makes the people of the demonstration that are not there yet. */
export async function seedDemoPeople(dataSource: DataSource, at: Instant): Promise<void> {
  const hash = await passwordHash(DEMO_PASSWORD);
  await dataSource.transaction(async (manager) => {
    for (const { login, name, roles } of DEMO_PEOPLE) {
      const signsIn = { by: 'password', login, passwordHash: hash, isOneTime: false } as const;
      await insert(manager, dataSource, { id: randomUUID(), name, roles, at, signsIn, isDemo: true });
    }
  });
}

/** Makes the first admin where nobody real is known yet: the one-time password; null where somebody is. */
export async function seedFirstAdmin(dataSource: DataSource, at: Instant): Promise<string | null> {
  const password = oneTimePassword();
  const hash = await passwordHash(password);
  return dataSource.transaction(async (manager) => {
    // Two services on one new database must not make two.
    await manager.query('lock table person in share row exclusive mode');
    if ((await new PersonRepository(dataSource).countReal(manager)) > 0) return null;
    const signsIn = { by: 'password', login: FIRST_LOGIN, passwordHash: hash, isOneTime: true } as const;
    const isNew = await insert(manager, dataSource, {
      ...{ id: randomUUID(), name: 'First admin', roles: ['admin'] as const, at, signsIn, isDemo: false },
    });
    return isNew ? password : null;
  });
}

/** What the first admin signs in as. */
export const FIRST_LOGIN = 'admin';

async function insert(manager: EntityManager, dataSource: DataSource, person: NewPerson): Promise<boolean> {
  const isNew = await new PersonRepository(dataSource).insert(manager, person);
  if (!isNew || person.signsIn.by !== 'password') return isNew;
  const { id, name, roles, at, isDemo, signsIn } = person;
  const details = { login: signsIn.login, name, roles, demo: isDemo };
  const entry = { at, actor: 'system', act: 'person.created', subject: `person:${id}`, details } as const;
  await appendAudit(manager, { ...entry, before: null, after: null });
  return isNew;
}
