import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '../http/problem-error.ts';
import { LOG, type Log } from '../log/log.ts';
import type { DecisionBody } from './decision-body.ts';
import { DecisionLogRepository } from './decision-log.repository.ts';

/** So many decisions go into one transaction at most, unless one who asks brings more. */
const GROUP_MAX = 500;

/** So many characters of decisions may wait to be written: what cannot be held is refused, never forgotten. */
const WAITING_CHARACTERS_MAX = 33_554_432;

/** Who asks is not kept waiting for longer. */
const PATIENCE_MS = 5000;

/** Decisions that somebody waits for: logged together or not at all. */
interface Waiting {
  readonly bodies: readonly DecisionBody[];
  readonly characters: number;
  readonly settle: (error: ProblemError | null) => void;
}

/**
 * Writes decisions to the log before they are answered. While one transaction is under way, whatever comes is gathered for
 * the next: one commit pays for many. Nothing that waits is dropped without its asker being told.
 */
@Injectable()
export class DecisionLogService {
  readonly #repository: DecisionLogRepository;
  readonly #log: Log;
  #waiting: Waiting[] = [];
  #characters = 0;
  #isWriting = false;
  #isFailing = false;

  constructor(repository: DecisionLogRepository, @Inject(LOG) log: Log) {
    this.#repository = repository;
    this.#log = log;
  }

  /** Resolves once the decisions are committed; refuses with `decision_must_be_logged` where that cannot be had. */
  append(bodies: readonly DecisionBody[]): Promise<void> {
    const characters = bodies.reduce((sum, { decision }) => sum + decision.length, 0);
    if (this.#characters > 0 && this.#characters + characters > WAITING_CHARACTERS_MAX) {
      return Promise.reject(notLogged('too many decisions wait for the log'));
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        // One that is being written may still be logged: asked again, it is found there.
        this.#forget(waiting);
        waiting.settle(notLogged('the database did not answer in time'));
      }, PATIENCE_MS);
      const settle = (error: ProblemError | null): void => {
        clearTimeout(timer);
        if (error === null) resolve();
        else reject(error);
      };
      const waiting: Waiting = { bodies, characters, settle };
      this.#waiting.push(waiting);
      this.#characters += characters;
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const group = this.#nextGroup();
      const failure = await this.#write(group.flatMap(({ bodies }) => bodies));
      for (const { settle } of group) settle(failure);
    }
    this.#isWriting = false;
  }

  /** The refusal of those who wait, or null. */
  async #write(bodies: readonly DecisionBody[]): Promise<ProblemError | null> {
    try {
      await this.#repository.append(bodies);
      this.#isFailing = false;
      return null;
    } catch (error) {
      if (!this.#isFailing) this.#log.error({ error }, 'decisions cannot be logged');
      this.#isFailing = true;
      return notLogged('the database does not take it');
    }
  }

  /** Whatever came first, whole, up to a bound. */
  #nextGroup(): readonly Waiting[] {
    const group: Waiting[] = [];
    let count = 0;
    for (const waiting of this.#waiting) {
      if (count > 0 && count + waiting.bodies.length > GROUP_MAX) break;
      group.push(waiting);
      count += waiting.bodies.length;
    }
    this.#waiting = this.#waiting.slice(group.length);
    for (const { characters } of group) this.#characters -= characters;
    return group;
  }

  #forget(waiting: Waiting): void {
    const place = this.#waiting.indexOf(waiting);
    if (place < 0) return;
    this.#waiting.splice(place, 1);
    this.#characters -= waiting.characters;
  }
}

function notLogged(reason: string): ProblemError {
  return new ProblemError('decision_must_be_logged', `the decision must be logged and cannot be: ${reason}`, {
    headers: { 'retry-after': '1' },
  });
}
