import type { AuditAct } from '@backstop/contracts';
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { LOG, type Log } from '../log/log.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { ACCESS, type AccessOptions } from './access-options.ts';
import { oidcClient, type OidcClient, type OidcPerson } from './oidc-client.ts';
import { PersonRepository } from './person.repository.ts';
import { SessionsService } from './sessions.service.ts';
import type { StoredPerson } from './stored-person.ts';
import { newToken } from './tokens.ts';
import { VerifierService } from './verifier.service.ts';

type Manager = Parameters<Parameters<UnitOfWork['run']>[0]>[0];

/** People who sign in at an identity provider: who they are is its word, and so are their roles. */
@Injectable()
export class OidcService {
  readonly #client: OidcClient | null;
  readonly #unit: UnitOfWork;
  readonly #people: PersonRepository;
  readonly #sessions: SessionsService;
  readonly #verifier: VerifierService;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(
    @Inject(ACCESS) { oidc, publicUrl }: AccessOptions,
    unit: UnitOfWork,
    people: PersonRepository,
    sessions: SessionsService,
    verifier: VerifierService,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.#client = oidc === null || publicUrl === null ? null : oidcClient(oidc, publicUrl);
    this.#unit = unit;
    this.#people = people;
    this.#sessions = sessions;
    this.#verifier = verifier;
    this.#clock = clock;
    this.#log = log;
  }

  /** Where to send a browser, and the secret that it is to keep until it comes back. */
  async start(): Promise<{ readonly url: URL; readonly secret: string }> {
    const secret = newToken();
    return { url: await this.#ask((client) => client.startUrl(secret)), secret };
  }

  /** Signs in who came back by an address: the token of a new session. `replaced` is that of the one before. */
  async finish(
    address: string,
    { secret, replaced }: { readonly secret: string | null; readonly replaced: string | null },
  ): Promise<string> {
    if (secret === null) throw new ProblemError('oidc_sign_in_failed', 'this browser did not begin to sign in');
    const told = await this.#ask((client) => client.finish(address, secret));
    const token = await this.#unit.run(async (manager) => {
      const person = await this.#personOf(manager, told);
      if (person.disabledAt !== null) throw new ProblemError('oidc_sign_in_failed', 'this person is disabled');
      return this.#sessions.begin(manager, person, { replaced, by: 'oidc' });
    });
    this.#verifier.forget();
    return token;
  }

  /** By issuer and subject alone: an e-mail or a name never makes anybody somebody who signs in here. */
  async #personOf(manager: Manager, { issuer, subject, name, roles }: OidcPerson): Promise<StoredPerson> {
    const at = this.#clock();
    const signsIn = { by: 'oidc', issuer, subject } as const;
    const id = randomUUID();
    const isNew = await this.#people.insert(manager, { id, name, roles, at, signsIn, isDemo: false });
    const known = await this.#people.ofProvider(manager, { issuer, subject, at });
    if (known === null) throw new Error('the person was neither there nor made');
    const details = { name, roles, issuer };
    if (isNew) await this.#tell(manager, 'person.created', known.id, details);
    const isSame = known.name === name && known.roles.join() === roles.join();
    if (isNew || isSame) return known;
    const edited = { ...known, name, roles };
    await this.#people.update(manager, edited);
    await this.#tell(manager, 'person.edited', known.id, details);
    return edited;
  }

  async #ask<T>(question: (client: OidcClient) => Promise<T>): Promise<T> {
    if (this.#client === null) throw new ProblemError('oidc_must_be_configured', 'nobody signs in by OIDC here');
    try {
      return await question(this.#client);
    } catch (error) {
      // What `fetch` throws where nobody is there.
      const isSilent = error instanceof TypeError || (error as { code?: unknown }).code === 'OAUTH_TIMEOUT';
      this.#log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'a sign-in by OIDC failed');
      if (isSilent) throw new ProblemError('oidc_provider_must_answer', 'the identity provider does not answer');
      throw new ProblemError('oidc_sign_in_failed', 'the identity provider did not confirm who signs in');
    }
  }

  #tell(
    manager: Manager,
    act: AuditAct,
    id: string,
    details: Parameters<typeof appendAudit>[1]['details'],
  ): Promise<void> {
    const subject = `person:${id}`;
    return appendAudit(manager, {
      at: this.#clock(),
      actor: 'system',
      act,
      subject,
      before: null,
      after: null,
      details,
    });
  }
}
