import { Inject, Injectable } from '@nestjs/common';
import { PRESENCE_SECONDS, type ChangePresence } from '@backstop/contracts';
import type { Person } from '@backstop/core/access';
import { isOpen } from '@backstop/core/change';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { isUuid } from '../persistence/is-uuid.ts';
import { PresenceRepository, type PresentChange } from './presence.repository.ts';

/** Who is editing a change, so that two authors know of each other before one of their saves is refused. */
@Injectable()
export class PresenceService {
  readonly #presence: PresenceRepository;
  readonly #clock: Clock;

  constructor(presence: PresenceRepository, @Inject(CLOCK) clock: Clock) {
    this.#presence = presence;
    this.#clock = clock;
  }

  async read(id: string): Promise<ChangePresence> {
    return this.#presenceOf(id, await this.#find(id), this.#clock());
  }

  /** Says that somebody is still editing; whoever says nothing for a while is gone without a job that looks after it. */
  async stay(id: string, by: Person): Promise<ChangePresence> {
    const at = this.#clock();
    const change = await this.#find(id);
    if (!isOpen(change.status)) {
      throw new ProblemError('change_must_be_open', `the change is ${change.status}: nobody edits it any more`);
    }
    await this.#presence.see(id, by.id, { at, goneBefore: goneBefore(at) });
    await this.#presence.forget(goneBefore(at));
    return this.#presenceOf(id, change, at);
  }

  async leave(id: string, by: Person): Promise<void> {
    await this.#find(id);
    await this.#presence.leave(id, by.id);
  }

  async #presenceOf(id: string, { revision }: PresentChange, at: Instant): Promise<ChangePresence> {
    const people = await this.#presence.seenSince(id, goneBefore(at));
    return { revision, people: people.map(({ person, since }) => ({ person, since: formatInstant(since) })) };
  }

  async #find(id: string): Promise<PresentChange> {
    const change = isUuid(id) ? await this.#presence.change(id) : null;
    if (change !== null) return change;
    throw new ProblemError('change_not_found', `there is no change ${id.slice(0, 100)}`);
  }
}

function goneBefore(at: Instant): Instant {
  return at - PRESENCE_SECONDS * 1000;
}
