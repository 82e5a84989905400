import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** The framework's own messages in our log: its chatter about wiring is for debugging only. */
export function nestLog(log: Log): LoggerService {
  const said = (message: unknown): string =>
    message instanceof Error ? (message.stack ?? message.message) : String(message);
  return {
    log: (message: unknown) => {
      log.debug(said(message));
    },
    debug: (message: unknown) => {
      log.trace(said(message));
    },
    verbose: (message: unknown) => {
      log.trace(said(message));
    },
    warn: (message: unknown) => {
      log.warn(said(message));
    },
    error: (message: unknown) => {
      log.error(said(message));
    },
    fatal: (message: unknown) => {
      log.fatal(said(message));
    },
  };
}
