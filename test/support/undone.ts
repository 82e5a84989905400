import type { DataSource, EntityManager } from 'typeorm';

/** Something that is done to the tables. */
export type Act = (manager: EntityManager) => Promise<unknown>;

/** Says that nothing stood against an act. */
export const DONE = 'it was done';

/** Does something as the owner of the tables, their triggers on, and leaves nothing of it behind: how it was refused. */
export async function undone(dataSource: DataSource, act: Act): Promise<string> {
  const done = new Error(DONE);
  try {
    return await dataSource.transaction(async (manager) => {
      await act(manager);
      throw done;
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
