import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { EvaluationService } from '../evaluation/evaluation.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { LOG, type Log } from '../log/log.ts';

/** Whether the service can decide: the database answers, its tables are up to date, and the set in force is sound. */
@Injectable()
export class ReadinessService {
  readonly #evaluation: EvaluationService;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(evaluation: EvaluationService, @Inject(CLOCK) clock: Clock, @Inject(LOG) log: Log) {
    this.#evaluation = evaluation;
    this.#clock = clock;
    this.#log = log;
  }

  /** Compiles the set in force before the first request needs it; a service that cannot decide yet may still be asked. */
  async warmUp(): Promise<void> {
    try {
      await this.policySetHash();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#log.warn({ reason: error.message }, 'the service cannot decide yet');
    }
  }

  /** Hash of the set in force; refuses with the reason where the service cannot decide. */
  async policySetHash(): Promise<string> {
    try {
      return (await this.#evaluation.setFor(this.#clock(), null)).hash;
    } catch (error) {
      if (error instanceof ProblemError)
        throw new ProblemError('not_ready', error.message, { problems: error.problems });
      throw error;
    }
  }
}
