import type { Role } from '@backstop/core/access';
import type { EntityManager } from 'typeorm';
import { isUuid } from '../persistence/is-uuid.ts';

/**
 * The roles that people hold now, by their ids: of somebody disabled none, and whoever is nobody is left out. With
 * `isLocked` nobody takes them away before the transaction ends.
 */
export async function presentRoles(
  manager: EntityManager,
  ids: readonly string[],
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Promise<ReadonlyMap<string, readonly Role[]>> {
  const asked = [...new Set(ids)].filter(isUuid);
  if (asked.length === 0) return new Map();
  const rows = await manager.query<{ id: string; roles: Role[] }[]>(
    `select id, case when disabled_at is null then roles else '{}' end as roles from person
     where id = any ($1::uuid[]) order by id ${isLocked ? 'for share' : ''}`,
    [asked],
  );
  return new Map(rows.map(({ id, roles }) => [id, roles]));
}
