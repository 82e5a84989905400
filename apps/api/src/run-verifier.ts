/** What a command that verifies something is made of. */
export interface Verifier<Task> {
  /** Null where the arguments are none. */
  readonly readTask: (args: readonly string[]) => Task | null;
  readonly usage: string;
  readonly verify: (task: Task) => Promise<{ readonly isRight: boolean; readonly lines: readonly string[] }>;
}

/** Runs it on the arguments of the process: the status that the command ends with. */
export async function runVerifier<Task>({ readTask, usage, verify }: Verifier<Task>): Promise<0 | 1> {
  const task = readTask(process.argv.slice(2));
  if (task === null) {
    process.stderr.write(usage + '\n');
    return 1;
  }
  const { isRight, lines } = await verify(task);
  (isRight ? process.stdout : process.stderr).write(lines.join('\n') + '\n');
  return isRight ? 0 : 1;
}
