import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { StartupError } from '../startup-error.ts';
import { importSet, problemLine } from './import-set.ts';
import { SHIPPED_PROFILE } from './shipped-profile.ts';

const LINES_MAX = 20;

/** Fills an empty database with the shipped profile; leaves any other as it is. */
export async function importAtStart(
  { dataSource, log, clock }: { readonly dataSource: DataSource; readonly log: Log; readonly clock: Clock },
  folder = SHIPPED_PROFILE,
): Promise<void> {
  const result = await importSet(dataSource, folder, clock());
  if (result.outcome === 'imported') {
    log.info({ profile: result.profile, changes: result.changes, versions: result.versions }, 'profile imported');
  }
  if (result.outcome !== 'refused') return;
  const lines = result.problems.slice(0, LINES_MAX).map((problem) => `  ${problemLine(problem)}`);
  const more = result.problems.length - lines.length;
  if (more > 0) lines.push(`  and ${String(more)} more`);
  throw new StartupError(`the profile in ${folder} has problems:\n${lines.join('\n')}`);
}
