import { basename, dirname } from 'node:path';
import type { Config } from '../config/config.ts';
import type { Log } from '../log/log.ts';
import { openDatabase } from '../persistence/open-database.ts';
import { importSet, problemLine } from './import-set.ts';
import type { ImportTask } from './import-arguments.ts';
import type { FileProblem } from './import-plan.ts';
import { writeLadderFiles } from './ladder-files.ts';
import { readProfile } from './read-profile.ts';

/** What the command says, and whether it did what it was asked. */
export interface ImportReport {
  readonly isDone: boolean;
  readonly lines: readonly string[];
}

/** Does what the command was asked to do. Throws `StartupError` where the database cannot be used. */
export async function runImport(task: ImportTask, config: Config, log: Log): Promise<ImportReport> {
  if (task.task === 'ladders') return ladders(task);
  if (task.task === 'profile') return intoDatabase(task.folder, config, log);
  const folder = dirname(task.file);
  const profile = await readProfile(folder);
  if (!profile.ok) return refused(profile.problems);
  if (profile.value.history?.file !== basename(task.file)) {
    const message = `set.json in ${folder} does not name ${basename(task.file)} as its history`;
    return {
      isDone: false,
      lines: [message, 'A history needs a set beside it for what is not a ladder: rules/README.md.'],
    };
  }
  return intoDatabase(folder, config, log);
}

async function ladders({ file, format, out }: Extract<ImportTask, { task: 'ladders' }>): Promise<ImportReport> {
  const written = await writeLadderFiles(file, format, out);
  if (!written.ok) return refused(written.problems);
  const { files, notes } = written.value;
  const said = notes.map(
    ({ contract, tier, code, message }) => `${contract}${tier === null ? '' : `, tier ${tier}`}: ${code}: ${message}`,
  );
  return { isDone: true, lines: [...said, `${files.length} ladders written to ${out}, ${notes.length} notes`] };
}

async function intoDatabase(folder: string, config: Config, log: Log): Promise<ImportReport> {
  const database = await openDatabase(config, log);
  try {
    const result = await importSet(database.dataSource, folder, Date.now());
    if (result.outcome === 'refused') return refused(result.problems);
    if (result.outcome === 'not_empty') {
      return { isDone: false, lines: ['The database holds policies already: an import needs an empty one.'] };
    }
    const { profile, changes, versions } = result;
    return { isDone: true, lines: [`imported ${profile}: ${changes} changes, ${versions} versions`] };
  } finally {
    await database.close();
  }
}

function refused(problems: readonly FileProblem[]): ImportReport {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return { isDone: false, lines: [...problems.map(problemLine), `${count}: nothing was imported`] };
}
