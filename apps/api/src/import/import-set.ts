import type { DataSource } from 'typeorm';
import type { Instant } from '@backstop/core/venue';
import type { FileProblem } from './import-plan.ts';
import { ImportRepository } from './import.repository.ts';
import { planProfile } from './plan-profile.ts';
import { readProfile } from './read-profile.ts';
import { twinProblems } from './twin-problems.ts';

/** What came of an import. */
export type ImportResult =
  | { readonly outcome: 'imported'; readonly profile: string; readonly changes: number; readonly versions: number }
  | { readonly outcome: 'not_empty' }
  | { readonly outcome: 'refused'; readonly problems: readonly FileProblem[] };

/** Imports the profile in a folder into an empty database, as approved changes; every problem at once, nothing half-written. */
export async function importSet(dataSource: DataSource, folder: string, at: Instant): Promise<ImportResult> {
  const repository = new ImportRepository(dataSource);
  if (!(await repository.isEmpty())) return { outcome: 'not_empty' };
  const profile = await readProfile(folder);
  if (!profile.ok) return { outcome: 'refused', problems: profile.problems };
  const plan = planProfile(profile.value);
  if (!plan.ok) return { outcome: 'refused', problems: plan.problems };
  const { changes } = plan.value;
  const disagreements = await twinProblems(changes);
  if (disagreements.length > 0) return { outcome: 'refused', problems: disagreements };
  if (!(await repository.writeIntoEmpty(plan.value, at))) return { outcome: 'not_empty' };
  const versions = changes.reduce((sum, change) => sum + change.versions.length, 0);
  return { outcome: 'imported', profile: profile.value.name, changes: changes.length, versions };
}

/** A problem of an import as a line for whoever started it. */
export function problemLine({ file, path, code, message, suggestion }: FileProblem): string {
  const where = path === '' ? file : `${file}#${path}`;
  return `${where}: ${code}: ${message}${suggestion === undefined ? '' : ` (${suggestion})`}`;
}
