import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** The id of somebody who reviews in a test, by name. */
export function reviewerId(name: string): string {
  return hash('sha256', name).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** Makes somebody who may approve, by their row; whoever is there already stays as they are. */
export async function writeReviewer(manager: EntityManager, name: string): Promise<string> {
  const id = reviewerId(name);
  await manager.query(
    `insert into person (id, origin, login, password_hash, password_must_change, name, roles, is_demo, created_at, version)
     values ($1, 'local', $2, '$argon2id$none', false, $3, '{viewer, approver}', true, now(), 1) on conflict do nothing`,
    [id, `reviewer-${name}`, name],
  );
  return id;
}
