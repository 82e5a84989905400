import { readAllocateTask, USAGE } from './allocate-arguments.ts';
import { runAllocate, type AllocateReport } from './run-allocate.ts';
import { runWaterfallFile } from './run-waterfall-file.ts';
import { readWaterfallTask, WATERFALL_USAGE } from './waterfall-arguments.ts';

process.exitCode = await main();

/** The status that the command ends with. */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const report = words.includes('--waterfall') ? await waterfall(words) : await allocation(words);
  const { isDone, lines } = report;
  if (!isDone) return fail(lines);
  process.stdout.write(lines.join('\n') + '\n');
  return 0;
}

async function allocation(words: readonly string[]): Promise<AllocateReport> {
  const read = readAllocateTask(words);
  return read.ok ? runAllocate(read.task) : { isDone: false, lines: [`${read.fault}.`, USAGE, WATERFALL_USAGE] };
}

async function waterfall(words: readonly string[]): Promise<AllocateReport> {
  const task = readWaterfallTask(words);
  return 'fault' in task ? { isDone: false, lines: [`${task.fault}.`, WATERFALL_USAGE] } : runWaterfallFile(task);
}

function fail(lines: readonly string[]): number {
  process.stderr.write(lines.join('\n') + '\n');
  return 1;
}
