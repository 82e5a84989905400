import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { LOG, type Log } from '../log/log.ts';
import { AUDIT_KEY, type AuditKey } from './audit-key.ts';
import { CheckpointRepository } from './checkpoint.repository.ts';

const INTERVAL_MS = 10 * 60_000;

/**
 * Signs the head of the chain when the service starts, at an interval, and when it stops, and says so in the log: what
 * has been written there, somebody else can keep.
 */
@Injectable()
export class CheckpointService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #checkpoints: CheckpointRepository;
  readonly #key: AuditKey;
  readonly #clock: Clock;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    checkpoints: CheckpointRepository,
    @Inject(AUDIT_KEY) key: AuditKey,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.#checkpoints = checkpoints;
    this.#key = key;
    this.#clock = clock;
    this.#log = log;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#checkpoints.introduce(this.#key, this.#clock());
    await this.write();
    this.#timer = setInterval(() => void this.#tryToWrite(), INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#tryToWrite();
  }

  /** Signs the head of the chain where it has moved since it was last signed, by whatever process. */
  async write(): Promise<void> {
    const checkpoint = await this.#checkpoints.write(this.#key, this.#clock());
    if (checkpoint !== null) this.#log.info({ ...checkpoint }, 'audit checkpoint');
  }

  /** A checkpoint that cannot be written now is made up for by the next one. */
  async #tryToWrite(): Promise<void> {
    try {
      await this.write();
    } catch (error) {
      this.#log.warn({ error }, 'the audit checkpoint cannot be written');
    }
  }
}
