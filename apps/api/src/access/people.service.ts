import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type {
  AuditAct,
  DirectoryEntry,
  DirectoryQuery,
  PersonEdit,
  PersonListQuery,
  PersonRequest,
} from '@backstop/contracts';
import { paths, pathOf } from '@backstop/contracts';
import type { Person } from '@backstop/core/access';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { checkIfMatch } from '../http/if-match.ts';
import { ProblemError } from '../http/problem-error.ts';
import { isUuid } from '../persistence/is-uuid.ts';
import { UnitOfWork, type Answer } from '../persistence/unit-of-work.ts';
import { ACCESS, type AccessOptions } from './access-options.ts';
import { oneTimePassword, passwordHash } from './password.ts';
import { editedPerson } from './person-edit.ts';
import { directoryView, personTag, personView } from './person-view.ts';
import { PersonRepository } from './person.repository.ts';
import { SessionRepository } from './session.repository.ts';
import { SignInAttemptRepository } from './sign-in-attempt.repository.ts';
import { checkHasOwnPassword } from './signs-in-here.ts';
import type { StoredPerson } from './stored-person.ts';
import { VerifierService } from './verifier.service.ts';

type Manager = Parameters<Parameters<UnitOfWork['run']>[0]>[0];

@Injectable()
export class PeopleService {
  readonly #unit: UnitOfWork;
  readonly #people: PersonRepository;
  readonly #sessions: SessionRepository;
  readonly #attempts: SignInAttemptRepository;
  readonly #verifier: VerifierService;
  readonly #isDemo: boolean;
  readonly #clock: Clock;

  constructor(
    unit: UnitOfWork,
    people: PersonRepository,
    sessions: SessionRepository,
    attempts: SignInAttemptRepository,
    verifier: VerifierService,
    @Inject(ACCESS) { isDemo }: AccessOptions,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#unit = unit;
    this.#people = people;
    this.#sessions = sessions;
    this.#attempts = attempts;
    this.#verifier = verifier;
    this.#isDemo = isDemo;
    this.#clock = clock;
  }

  async list({ q, role, disabled, ...page }: PersonListQuery) {
    const isDisabled = disabled === undefined ? undefined : disabled === 'true';
    const { rows, total } = await this.#people.page({ ...page, text: q, role, isDisabled }, this.#clock());
    return { rows: rows.map(personView), total };
  }

  /** Names for ids: what everybody who is signed in may know of everybody. */
  async directory({ ids, q, role, offset, limit }: DirectoryQuery): Promise<{ rows: DirectoryEntry[]; total: number }> {
    const wanted = ids?.split(',').filter(isUuid);
    const where = { ids: wanted, text: q, role, sort: 'name', order: 'asc', offset, limit } as const;
    const { rows, total } = await this.#people.page(where, this.#clock());
    return { rows: rows.map(directoryView), total };
  }

  async find(id: string): Promise<Answer> {
    return answerOf(await this.#known(id));
  }

  async create(by: Person, { login, name, roles }: PersonRequest, request: FastifyRequest): Promise<Answer> {
    const password = oneTimePassword();
    const hash = await passwordHash(password);
    return this.#unit.answerOnce({ request, actor: by.id }, async (manager) => {
      const [id, at] = [randomUUID(), this.#clock()];
      const signsIn = { by: 'password', login, passwordHash: hash, isOneTime: true } as const;
      if (!(await this.#people.insert(manager, { id, name, roles, at, signsIn, isDemo: false }))) {
        throw new ProblemError('login_must_be_unique', `another person signs in as ${login}`);
      }
      const person = await this.#known(id, manager);
      await this.#tell(manager, { by, act: 'person.created', id, details: { login, name, roles } });
      const headers = { location: pathOf(paths.person, { id }), etag: personTag(person) };
      const body = { person: personView(person), oneTimePassword: password };
      return { status: 201, headers, body, bodyAgain: { ...body, oneTimePassword: null } };
    });
  }

  /** What is left out stays. Who loses a role loses what it grants at once; who is disabled is signed out. */
  async edit(by: Person, id: string, edit: PersonEdit, request: FastifyRequest): Promise<Answer> {
    const edited = await this.#unit.run(async (manager) => {
      const before = await this.#known(id, manager);
      checkIfMatch(request, personTag(before));
      const after = editedPerson({ before, edit, by, at: this.#clock() });
      if (isAdmin(before) && !isAdmin(after)) await this.#checkAdminRemains(manager, id);
      await this.#people.update(manager, after);
      if (after.disabledAt !== null) await this.#sessions.endAllOf(manager, id);
      await this.#tell(manager, {
        by,
        act: 'person.edited',
        id,
        details: { before: told(before), after: told(after) },
      });
      return this.#known(id, manager);
    });
    this.#verifier.forget();
    return answerOf(edited);
  }

  /** A one-time password for who has forgotten theirs; it ends their sessions and the lock of their login. */
  async resetPassword(by: Person, id: string, request: FastifyRequest): Promise<Answer> {
    const password = oneTimePassword();
    const hash = await passwordHash(password);
    const answer = await this.#unit.answerOnce({ request, actor: by.id }, async (manager) => {
      const person = await this.#known(id, manager);
      checkHasOwnPassword(person);
      await this.#people.setPassword(manager, { id, hash, isOneTime: true });
      await this.#sessions.endAllOf(manager, id);
      await this.#attempts.forget(manager, person.login ?? '', this.#clock());
      const now = await this.#known(id, manager);
      await this.#tell(manager, { by, act: 'person.password-reset', id, details: {} });
      const body = { person: personView(now), oneTimePassword: password };
      const headers = { etag: personTag(now) };
      return { status: 200, headers, body, bodyAgain: { ...body, oneTimePassword: null } };
    });
    this.#verifier.forget();
    return answer;
  }

  /** One person, locked where a manager is given. */
  async #known(id: string, manager?: Manager): Promise<StoredPerson> {
    const within = manager === undefined ? {} : { manager, lock: true };
    const person = isUuid(id) ? await this.#people.find(id, { at: this.#clock(), ...within }) : null;
    if (person === null) throw new ProblemError('person_not_found', `there is no person ${id.slice(0, 100)}`);
    return person;
  }

  async #checkAdminRemains(manager: Manager, id: string): Promise<void> {
    if ((await this.#people.otherAdmins(manager, { id, isDemo: this.#isDemo })) > 0) return;
    throw new ProblemError('last_admin_must_remain', 'make another person an admin first');
  }

  #tell(
    manager: Manager,
    {
      by,
      act,
      id,
      details,
    }: { by: Person; act: AuditAct; id: string; details: Parameters<typeof appendAudit>[1]['details'] },
  ): Promise<void> {
    const subject = `person:${id}`;
    return appendAudit(manager, { at: this.#clock(), actor: by.id, act, subject, before: null, after: null, details });
  }
}

function answerOf(person: StoredPerson): Answer {
  return { status: 200, headers: { etag: personTag(person) }, body: personView(person) };
}

function isAdmin({ roles, disabledAt }: StoredPerson): boolean {
  return disabledAt === null && roles.includes('admin');
}

function told({ name, roles, disabledAt }: StoredPerson) {
  return { name, roles, disabled: disabledAt !== null };
}
