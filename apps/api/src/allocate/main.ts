import { readAllocateTask, USAGE } from './allocate-arguments.ts';
import { runAllocate } from './run-allocate.ts';

process.exitCode = await main();

/** The status that the command ends with. */
async function main(): Promise<number> {
  const read = readAllocateTask(process.argv.slice(2));
  if (!read.ok) return fail([`${read.fault}.`, USAGE]);
  const { isDone, lines } = await runAllocate(read.task);
  if (!isDone) return fail(lines);
  process.stdout.write(lines.join('\n') + '\n');
  return 0;
}

function fail(lines: readonly string[]): number {
  process.stderr.write(lines.join('\n') + '\n');
  return 1;
}
