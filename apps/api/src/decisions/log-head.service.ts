import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { LOG, type Log } from '../log/log.ts';
import { LogHeadRepository } from './log-head.repository.ts';

const INTERVAL_MS = 10 * 60_000;

/**
 * Tells the head of the log in the audit chain at an interval and when the service stops: the checkpoint that signs the
 * audit chain next holds for the log too.
 */
@Injectable()
export class LogHeadService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #heads: LogHeadRepository;
  readonly #clock: Clock;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;

  constructor(heads: LogHeadRepository, @Inject(CLOCK) clock: Clock, @Inject(LOG) log: Log) {
    this.#heads = heads;
    this.#clock = clock;
    this.#log = log;
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#tryToTell(), INTERVAL_MS).unref();
  }

  /** Before the checkpoint that is signed at shutdown. */
  async onModuleDestroy(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#tryToTell();
  }

  /** A head that cannot be told now is made up for by the next one. */
  async #tryToTell(): Promise<void> {
    try {
      await this.#heads.tell(this.#clock());
    } catch (error) {
      this.#log.warn({ error }, 'the head of the decision log cannot be told');
    }
  }
}
