import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOG, type Log } from '../log/log.ts';
import { listenTo } from '../persistence/listen-to.ts';

/** What every write to the timeline is told on, in the transaction of the write. */
const CHANNEL = 'backstop_timeline';

/** Hears of writes to the timeline as they commit, whichever process made them. */
@Injectable()
export class TimelineListener {
  readonly #dataSource: DataSource;
  readonly #log: Log;

  constructor(dataSource: DataSource, @Inject(LOG) log: Log) {
    this.#dataSource = dataSource;
    this.#log = log;
  }

  /** Begins to listen; gives back how to stop. */
  start(onNews: () => void): () => void {
    const { options } = this.#dataSource;
    const url = 'url' in options ? options.url : undefined;
    if (url === undefined) throw new Error('the database was not opened by its address');
    return listenTo(url, CHANNEL, { log: this.#log, onNews });
  }
}
