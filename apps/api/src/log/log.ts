/** Levels from the gravest to the most talkative; `silent` says nothing. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof logLevels)[number];
type Fields = Readonly<Record<string, unknown>>;
type Write = (fields: Fields | string | Error, message?: string) => void;

/** A log of one JSON object a line; the shape is the one that Fastify asks of a logger. */
export interface Log extends Record<Exclude<LogLevel, 'silent'> | 'silent', Write> {
  readonly level: LogLevel;
  readonly child: () => Log;
}

/** Token that the log is injected by. */
export const LOG = Symbol('log');

/** A log that writes what is at or above a level. The sink gets whole lines. */
export function createLog(level: LogLevel, sink: (line: string) => void = toStandardError): Log {
  const loudest = logLevels.indexOf(level);
  const at = (name: LogLevel): Write => {
    if (name === 'silent' || logLevels.indexOf(name) > loudest) return () => undefined;
    return (fields, message) => {
      sink(lineOf(name, fields, message));
    };
  };
  const log: Log = {
    level,
    silent: at('silent'),
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    trace: at('trace'),
    // The request id is a field of the line that names a request, so that no logger is built for each of them.
    child: () => log,
  };
  return log;
}

function lineOf(level: LogLevel, fields: Fields | string | Error, message: string | undefined): string {
  const head = { time: new Date().toISOString(), level };
  if (typeof fields === 'string') return JSON.stringify({ ...head, message: fields }) + '\n';
  if (fields instanceof Error)
    return JSON.stringify({ ...head, message: message ?? fields.message, error: shown(fields) }) + '\n';
  const error = fields['error'] ?? fields['err'];
  const rest = error instanceof Error ? { ...fields, err: undefined, error: shown(error) } : fields;
  return JSON.stringify({ ...head, message, ...rest }) + '\n';
}

function shown(error: Error): string {
  return error.stack ?? error.message;
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}
