import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { demoKey } from './demo-key.ts';
import { FIRST_LOGIN, seedDemoPeople, seedFirstAdmin } from './seed-people.ts';

/** Sees to it that somebody can sign in: what whoever started the service is told of that, once, and never logged. */
export async function prepareAccess(
  dataSource: DataSource,
  { access, dataDir }: Pick<Config, 'access' | 'dataDir'>,
  clock: Clock,
): Promise<readonly string[]> {
  if (access.isDemo) {
    await seedDemoPeople(dataSource, clock());
    const { key, file } = await demoKey(dataSource, { dataDir, at: clock() });
    return [
      'This is a demonstration (DEMO=off ends it): the sign-in page tells who can sign in, and with which password.',
      `API key for evaluations, also in ${file}: ${key}`,
    ];
  }
  const password = await seedFirstAdmin(dataSource, clock());
  if (password === null) return [];
  return [`Sign in as ${FIRST_LOGIN} with the one-time password ${password} (shown this once; change it at sign-in).`];
}
