import { Inject, Injectable } from '@nestjs/common';
import { isGranted, PERMISSIONS } from '@backstop/core/access';
import { formatInstant } from '@backstop/core/venue';
import { paths, type SessionResource } from '@backstop/contracts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ACCESS, type AccessOptions } from './access-options.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts';
import { PersonRepository } from './person.repository.ts';
import { csrfTokenOf } from './same-site.ts';
import { VerifierService } from './verifier.service.ts';

/** Who is signed in, and how one can sign in. */
@Injectable()
export class SessionViewService {
  readonly #verifier: VerifierService;
  readonly #people: PersonRepository;
  readonly #access: AccessOptions;
  readonly #clock: Clock;

  constructor(
    verifier: VerifierService,
    people: PersonRepository,
    @Inject(ACCESS) access: AccessOptions,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#verifier = verifier;
    this.#people = people;
    this.#access = access;
    this.#clock = clock;
  }

  /** The session of a token; without one, or with one that holds no longer, nobody is signed in. */
  async view(token: string | null): Promise<SessionResource> {
    const { isDemo, oidc } = this.#access;
    const demo = isDemo ? { people: DEMO_PEOPLE.map((each) => ({ ...each, password: DEMO_PASSWORD })) } : null;
    const ways = { demo, oidc: oidc === null ? null : { label: oidc.label, startUrl: paths.sessionOidc } };
    const session = token === null ? null : await this.#verifier.session(token);
    const person = session === null ? null : await this.#people.find(session.person.id, { at: this.#clock() });
    if (token === null || session === null || person === null) {
      return { person: null, csrfToken: null, expiresAt: null, ...ways };
    }
    const { id, login, name, origin, passwordMustChange } = person;
    const roles = [...session.person.roles];
    const permissions = passwordMustChange ? [] : PERMISSIONS.filter((each) => isGranted(session.person, each));
    return {
      person: { id, login, name, roles, permissions, origin, mustChangePassword: passwordMustChange },
      csrfToken: csrfTokenOf(token),
      expiresAt: formatInstant(session.expiresAt),
      ...ways,
    };
  }
}
