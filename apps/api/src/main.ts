import { createApp } from './app.module.ts';
import { readConfig, type Config } from './config/config.ts';
import { createLog } from './log/log.ts';
import { startService } from './start-service.ts';
import { StartupError } from './startup-error.ts';

/** How long a stop may take before it is cut short. */
const STOP_MS = 30_000;

const read = readConfig(process.env);
if (read.ok) await run(read.config);
else fail(`the environment is wrong:\n${read.faults.map((each) => `  ${each}`).join('\n')}`);

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const told = untilToldToStop();
  try {
    const service = await startService(config, log, createApp);
    process.stdout.write(`Backstop listens on ${service.address} (console at /, reference of the API at /docs)\n`);
    for (const note of service.notes) process.stdout.write(`${note}\n`);
    const lost = new Promise<1>((resolve) => {
      service.onLost(() => {
        log.fatal('the embedded PostgreSQL has ended; the service ends with it');
        resolve(1);
      });
    });
    const status = await Promise.race([told, lost]);
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await service.stop();
    process.exit(status);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    fail(error.message);
  }
}

/** Resolves at the first interrupt, also one that comes before the service is up; the second one does not wait. */
function untilToldToStop(): Promise<0> {
  return new Promise((resolve) => {
    let count = 0;
    const tell = (): void => {
      count += 1;
      if (count > 1) process.exit(130);
      resolve(0);
    };
    process.on('SIGINT', tell);
    process.on('SIGTERM', tell);
  });
}

/** One clear message, and no stack: whoever started the service made the mistake or can mend it. */
function fail(message: string): void {
  process.stderr.write(`Backstop cannot start: ${message}\n`);
  // Handlers of signals keep nothing alive, but a half-open connection of a driver might.
  process.exit(1);
}
