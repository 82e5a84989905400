import { Inject, Injectable } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import type { AuditAct, PasswordRequest, SignInRequest } from '@backstop/contracts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { ACCESS, type AccessOptions } from './access-options.ts';
import { isPassword, passwordHash } from './password.ts';
import { passwordProblems } from './password-problems.ts';
import { PersonRepository } from './person.repository.ts';
import { SESSION_MS } from './session-limits.ts';
import { SessionRepository } from './session.repository.ts';
import { SignInAttemptRepository } from './sign-in-attempt.repository.ts';
import { checkHasOwnPassword } from './signs-in-here.ts';
import type { LocalPerson, StoredPerson } from './stored-person.ts';
import { newToken, tokenDigest } from './tokens.ts';
import { VerifierService } from './verifier.service.ts';

/** The manager of a unit of work, as the repositories take it. */
type Manager = Parameters<Parameters<UnitOfWork['run']>[0]>[0];

@Injectable()
export class SessionsService {
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

  /** Signs in with a password: the token of a new session. `replaced` is that of the one that the browser had. */
  async signIn({ login: typed, password }: SignInRequest, replaced: string | null): Promise<string> {
    const login = typed.toLowerCase();
    const isLast = await this.#takeAttempt(login);
    const known = await this.#people.local(login, this.#clock());
    const person = known !== null && this.#mayHaveSession(known.person) ? known : null;
    const isRight = await isPassword(person?.passwordHash ?? null, password);
    if (person === null || !isRight) {
      if (known !== null) await this.#tellRefusal(known, isLast);
      throw mismatch();
    }
    const token = await this.#unit.run(async (manager) => {
      const now = await this.#people.find(person.person.id, { at: this.#clock(), manager, lock: true });
      // An edit may have come between the two reads: a new password, or the end of the account.
      if (now?.version !== person.person.version) throw mismatch();
      await this.#attempts.forget(manager, login, this.#clock());
      return this.begin(manager, now, { replaced, by: 'password' });
    });
    if (replaced !== null) this.#verifier.forget();
    return token;
  }

  /** Begins a session of a person, within the unit of work of whoever knows them: its token. */
  async begin(
    manager: Manager,
    { id }: StoredPerson,
    { replaced, by }: { readonly replaced: string | null; readonly by: 'password' | 'oidc' },
  ): Promise<string> {
    const at = this.#clock();
    const token = newToken();
    if (replaced !== null) await this.#sessions.end(manager, tokenDigest(replaced));
    await this.#sessions.begin(manager, { tokenHash: tokenDigest(token), person: id, at, until: at + SESSION_MS });
    await this.#people.signedIn(manager, id, at);
    await this.#tell(manager, { at, actor: id, act: 'session.began', details: { by } });
    return token;
  }

  /** Signs out. */
  async end({ id }: Person, token: string): Promise<void> {
    await this.#unit.run(async (manager) => {
      await this.#sessions.end(manager, tokenDigest(token));
      await this.#tell(manager, { at: this.#clock(), actor: id, act: 'session.ended', details: {} });
    });
    this.#verifier.forget();
  }

  /** Another password: every session of the person ends, and a new one begins, whose token is given back. */
  async changePassword({ id }: Person, { current, next }: PasswordRequest): Promise<string> {
    const person = await this.#people.find(id, { at: this.#clock() });
    if (person === null) throw mismatch();
    checkHasOwnPassword(person);
    const problems = passwordProblems({ next, current, login: person.login ?? '' });
    if (problems.length > 0) throw refused(problems);
    await this.#takeAttempt(person.login ?? '');
    if (!(await isPassword(await this.#people.passwordHash(id), current))) {
      throw new ProblemError('current_password_must_match', 'the current password is another one');
    }
    const hash = await passwordHash(next);
    const token = await this.#unit.run(async (manager) => {
      const now = await this.#people.find(id, { at: this.#clock(), manager, lock: true });
      if (now?.version !== person.version) throw mismatch();
      await this.#attempts.forget(manager, person.login ?? '', this.#clock());
      await this.#people.setPassword(manager, { id, hash, isOneTime: false });
      await this.#sessions.endAllOf(manager, id);
      const fresh = await this.begin(manager, now, { replaced: null, by: 'password' });
      await this.#tell(manager, { at: this.#clock(), actor: id, act: 'person.password-changed', details: {} });
      return fresh;
    });
    this.#verifier.forget();
    return token;
  }

  #mayHaveSession({ disabledAt, isDemo }: StoredPerson): boolean {
    return disabledAt === null && (this.#isDemo || !isDemo);
  }

  /** Counts an attempt, and refuses it where there were too many; whether no further one is allowed. */
  async #takeAttempt(login: string): Promise<boolean> {
    const at = this.#clock();
    const { lockedUntil, isLast } = await this.#attempts.take(login, at);
    if (lockedUntil === null) return isLast;
    throw new ProblemError('sign_in_must_wait', 'there were too many failures: wait, or ask who runs the people', {
      headers: { 'retry-after': String(Math.ceil((lockedUntil - at) / 1000)) },
    });
  }

  /** Five of them for each person and quarter of an hour at most; unknown logins leave no entry. */
  async #tellRefusal({ person }: LocalPerson, isLast: boolean): Promise<void> {
    const at = this.#clock();
    await this.#unit.run(async (manager) => {
      const details = { locked: isLast };
      await appendAudit(manager, {
        ...{ at, actor: 'system', act: 'session.refused', subject: `person:${person.id}`, details },
        ...{ before: null, after: null },
      });
    });
  }

  #tell(
    manager: Manager,
    { at, actor, act, details }: { at: Instant; actor: string; act: AuditAct; details: Record<string, string> },
  ): Promise<void> {
    return appendAudit(manager, { at, actor, act, subject: `person:${actor}`, before: null, after: null, details });
  }
}

function mismatch(): ProblemError {
  return new ProblemError('credentials_must_match', 'login and password do not match', {
    headers: { 'www-authenticate': 'Bearer realm="backstop"' },
  });
}
