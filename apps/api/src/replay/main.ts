import { randomInt } from 'node:crypto';
import { createApp } from '../app.module.ts';
import { readConfig } from '../config/config.ts';
import { createLog } from '../log/log.ts';
import { StartupError } from '../startup-error.ts';
import { readReplayTask, USAGE } from './replay-arguments.ts';
import { runReplay } from './run-replay.ts';

process.exitCode = await main();

/** The status that the command ends with. */
async function main(): Promise<number> {
  const task = readReplayTask(process.argv.slice(2), randomInt(1_000_000_000));
  if (task === null) return fail(USAGE);
  // What an hour of rows is logged as is noise; whoever wants it says so.
  const read = readConfig({ LOG_LEVEL: 'warn', ...process.env });
  if (!read.ok) return fail(`The environment is wrong:\n${read.faults.map((each) => `  ${each}`).join('\n')}`);
  try {
    const { databaseUrl, logLevel } = read.config;
    process.stdout.write((await runReplay(task, { databaseUrl, log: createLog(logLevel), createApp })) + '\n');
    return 0;
  } catch (error) {
    if (error instanceof StartupError) return fail(error.message);
    throw error;
  }
}

function fail(message: string): number {
  process.stderr.write(message + '\n');
  return 1;
}
