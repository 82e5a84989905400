import { randomUUID } from 'node:crypto';
import type { Person, Role } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import type { DataSource } from 'typeorm';
import { PersonRepository } from '../access/person.repository.ts';
import { appendAudit } from '../audit/audit.repository.ts';

/** Who drafts, and who approves. */
export interface ReplayPeople {
  readonly author: Person;
  readonly approvers: readonly Person[];
}

/** As many as the strictest path of a guardrail takes: two, and one more where something is odd. */
const APPROVERS = 3;

/** People who cannot sign in: nobody but the replay acts as them. */
export async function makePeople(dataSource: DataSource, at: Instant): Promise<ReplayPeople> {
  const made = (name: string, role: Role): Promise<Person> => makePerson(dataSource, { name, role, at });
  const approvers: Person[] = [];
  const author = await made('Author of the replay', 'author');
  while (approvers.length < APPROVERS) {
    approvers.push(await made(`Approver ${String(approvers.length + 1)} of the replay`, 'approver'));
  }
  return { author, approvers };
}

async function makePerson(
  dataSource: DataSource,
  { name, role, at }: { readonly name: string; readonly role: Role; readonly at: Instant },
): Promise<Person> {
  const id = randomUUID();
  await dataSource.transaction(async (manager) => {
    const signsIn = { by: 'oidc', issuer: 'replay', subject: id } as const;
    await new PersonRepository(dataSource).insert(manager, { id, name, roles: [role], at, signsIn, isDemo: false });
    const entry = { at, actor: 'system', act: 'person.created', subject: `person:${id}` } as const;
    const details = { name, roles: [role], demo: false };
    await appendAudit(manager, { ...entry, before: null, after: null, details });
  });
  return { kind: 'person', id, roles: [role] };
}
