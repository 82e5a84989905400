import pg from 'pg';
import type { Log } from '../log/log.ts';

/** What a listener does with what it hears. */
export interface Ear {
  readonly log: Log;
  /** Called for each notification, and whenever the listener is connected: it may have missed some before. */
  readonly onNews: () => void;
}

/** A connection that was lost is sought again after so long, then after twice as long, up to a bound. */
const RETRY_MS = { least: 100, most: 5000 };

/** A server that does not answer by then is not there. */
const CONNECT_MS = 5000;

/**
 * Listens to a channel of the database on a connection of its own, and comes back whenever that is lost. Whoever listens
 * must be able to do without: a pooler or a silent network may swallow what is told. Gives back how to stop.
 */
export function listenTo(url: string, channel: string, { log, onNews }: Ear): () => void {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let waitMs = RETRY_MS.least;

  const connect = (): void => {
    const own = new pg.Client({
      connectionString: url,
      application_name: 'backstop listener',
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    client = own;
    // One loss shows as an error, as an end, or as both.
    const lost = (error: Error): void => {
      if (client !== own) return;
      client = null;
      dismiss(own, log);
      if (waitMs === RETRY_MS.least)
        log.warn({ error, channel }, 'the database is not heard; it is asked at an interval');
      retry = setTimeout(connect, waitMs).unref();
      waitMs = Math.min(waitMs * 2, RETRY_MS.most);
    };
    own.on('error', lost);
    own.on('end', () => {
      lost(new Error('the connection has ended'));
    });
    own.on('notification', () => {
      if (client === own) onNews();
    });
    own
      .connect()
      .then(() => own.query(`listen ${pg.escapeIdentifier(channel)}`))
      .then(() => {
        if (client !== own) return;
        waitMs = RETRY_MS.least;
        onNews();
      }, lost);
  };

  connect();
  return () => {
    if (retry !== null) clearTimeout(retry);
    const last = client;
    client = null;
    if (last !== null) dismiss(last, log);
  };
}

/** Nobody waits for a connection that may be dead to say goodbye. */
function dismiss(client: pg.Client, log: Log): void {
  client.end().catch((error: unknown) => {
    log.debug({ error }, 'a listener’s connection did not end by itself');
  });
}
