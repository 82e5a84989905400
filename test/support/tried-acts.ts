import { openDataSource } from '@backstop/api/persistence/data-source';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll } from 'vitest';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { type Act, undone } from './undone.ts';

/** Tries acts on a database of its own and undoes each: how it was refused. Registers with the spec file that calls it. */
export function triedActs(): (act: Act) => Promise<string> {
  let database: FreshDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await freshDatabase('shipped');
    dataSource = await openDataSource(database.url);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  return (act) => undone(dataSource, act);
}
