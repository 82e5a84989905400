import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { changeEntities } from '../changes/change-entities.ts';
import { PolicyVersionEntity } from '../policies/policy-version.entity.ts';
import { PolicyEntity } from '../policies/policy.entity.ts';
import { StartupError } from '../startup-error.ts';
import { Access1700000001000 } from './migrations/access-1700000001000.ts';
import { Audit1700000002000 } from './migrations/audit-1700000002000.ts';
import { Book1700000004000 } from './migrations/book-1700000004000.ts';
import { ChangePresence1700000012000 } from './migrations/change-presence-1700000012000.ts';
import { ChangeWriters1700000015000 } from './migrations/change-writers-1700000015000.ts';
import { Changes1700000003000 } from './migrations/changes-1700000003000.ts';
import { DecisionSearch1700000009000 } from './migrations/decision-search-1700000009000.ts';
import { Decisions1700000005000 } from './migrations/decisions-1700000005000.ts';
import { Funds1700000006000 } from './migrations/funds-1700000006000.ts';
import { LiquidationLosses1700000013000 } from './migrations/liquidation-losses-1700000013000.ts';
import { LiquidationReturns1700000014000 } from './migrations/liquidation-returns-1700000014000.ts';
import { Liquidations1700000008000 } from './migrations/liquidations-1700000008000.ts';
import { Losses1700000007000 } from './migrations/losses-1700000007000.ts';
import { PoliciesAndChanges1700000000000 } from './migrations/policies-and-changes-1700000000000.ts';
import { Receivables1700000010000 } from './migrations/receivables-1700000010000.ts';

/** Any number, as long as nobody else on the server locks by it: two services must not migrate at once. */
const MIGRATION_LOCK = 7_248_301_553;

/** Connects and brings the tables up to date. Throws `StartupError` where the server cannot be reached. */
export async function openDataSource(url: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: [PolicyEntity, PolicyVersionEntity, ...changeEntities],
    migrations: [
      PoliciesAndChanges1700000000000,
      Access1700000001000,
      Audit1700000002000,
      Changes1700000003000,
      Book1700000004000,
      Decisions1700000005000,
      Funds1700000006000,
      Losses1700000007000,
      Liquidations1700000008000,
      DecisionSearch1700000009000,
      Receivables1700000010000,
      ChangePresence1700000012000,
      LiquidationLosses1700000013000,
      LiquidationReturns1700000014000,
      ChangeWriters1700000015000,
    ],
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    poolSize: 10,
    connectTimeoutMS: 5000,
    extra: { statement_timeout: 60_000, application_name: 'backstop' },
  });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartupError(`the database at ${withoutPassword(url)} cannot be used: ${reasonOf(error)}`);
  }
  try {
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw new StartupError(`the tables at ${withoutPassword(url)} cannot be brought up to date: ${reasonOf(error)}`);
  }
}

/** One process migrates, the others wait; the lock is of a session, so a killed process lets go of it. */
async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations({ transaction: 'all' });
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.toString();
}

/** A host with several addresses fails with one error each, and none of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
