import { readConfig } from '../config/config.ts';
import { createLog } from '../log/log.ts';
import { StartupError } from '../startup-error.ts';
import { readImportTask, USAGE } from './import-arguments.ts';
import { runImport } from './run-import.ts';

process.exitCode = await main();

/** The status that the command ends with. */
async function main(): Promise<number> {
  const task = readImportTask(process.argv.slice(2));
  if (task === null) return fail(USAGE);
  const read = readConfig(process.env);
  if (!read.ok) return fail(`The environment is wrong:\n${read.faults.map((each) => `  ${each}`).join('\n')}`);
  try {
    const { isDone, lines } = await runImport(task, read.config, createLog(read.config.logLevel));
    const text = lines.join('\n');
    if (!isDone) return fail(text);
    process.stdout.write(text + '\n');
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
