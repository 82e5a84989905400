import { readVerifyTask, USAGE } from './verify-arguments.ts';
import { verifyFile } from './verify-file.ts';

process.exitCode = await main();

/** The status that the command ends with. */
async function main(): Promise<number> {
  const task = readVerifyTask(process.argv.slice(2));
  if (task === null) {
    process.stderr.write(USAGE + '\n');
    return 1;
  }
  const { isRight, lines } = await verifyFile(task);
  (isRight ? process.stdout : process.stderr).write(lines.join('\n') + '\n');
  return isRight ? 0 : 1;
}
