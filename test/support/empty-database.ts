import type { DataSource } from 'typeorm';
import { openDataSource } from '@backstop/api/persistence/data-source';
import type { Cleanups } from './cleanups.ts';
import { freshDatabase } from './fresh-database.ts';

/** A database with its tables and nothing in them, for one test. */
export async function emptyDatabase(to: Cleanups): Promise<DataSource> {
  const database = await freshDatabase('empty');
  to.add(database.drop);
  const dataSource = await openDataSource(database.url);
  to.add(() => dataSource.destroy());
  return dataSource;
}
