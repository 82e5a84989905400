import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liquidationFillResource, liquidationResource, pathOf, paths } from '@backstop/contracts';
import { cuttingRelay, type CuttingRelay } from '../support/cutting-relay.ts';
import { databaseState, type DatabaseState } from '../support/database-state.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { asJson } from '../support/fund-acts.ts';
import { liquidationOf } from '../support/sample-liquidation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let database: FreshDatabase;
let relay: CuttingRelay;
let state: DatabaseState;
let app: TestApp;

beforeAll(async () => {
  database = await freshDatabase('shipped');
  relay = await cuttingRelay(database.url);
  state = await databaseState(database.url);
  app = await startApp({ beside: { databaseUrl: relay.url } });
});

afterAll(async () => {
  await app.stop();
  await relay.stop();
  await state.stop();
  await database.drop();
});

/** Everything that a fill writes. */
async function written(): Promise<unknown> {
  const [row] = await state.query<Record<string, string | null>>(
    `select (select count(*) from liquidation_fill) as fills, (select filled from liquidation_step) as filled,
       (select state from liquidation) as state, (select count(*) from fund_compartment) as compartments,
       (select count(*) from fund_entry) as entries, (select balance from fund_compartment where id = 'USDT') as balance,
       (select count(*) from audit_entry where act = 'liquidation.filled') as acts,
       (select count(*) from idempotency_key where key = 'cut') as keys`,
  );
  return row;
}

it('a fill that is cut after any statement of its transaction leaves nothing half-booked, and is booked once', async () => {
  const asked = asJson(liquidationOf('500'), { 'idempotency-key': randomUUID() });
  const { id, steps } = liquidationResource.parse(await (await app.fetch(paths.liquidations, asked)).json());
  expect(steps).toHaveLength(1);
  const fill = { fillId: 'f', step: steps[0]?.step, size: steps[0]?.size, price: '60000' };
  const path = pathOf(paths.liquidationFills, { id });
  const send = () => app.fetch(path, asJson(fill, { 'idempotency-key': 'cut' }));
  const before = await written();
  let statements: readonly string[] = [];
  for (let after = 1; statements.at(-1) !== 'COMMIT'; after += 1) {
    const armed = relay.cutAfter(after);
    const { status } = await send();
    armed.disarm();
    await state.quiet();
    expect({ isCut: armed.isCut(), seen: armed.seen().length }).toEqual({ isCut: true, seen: after });
    expect(status).toBeGreaterThanOrEqual(500);
    statements = armed.seen();
    if (statements.at(-1) !== 'COMMIT') expect(await written()).toEqual(before);
  }
  // The cuts have gone through the whole booking.
  for (const act of [
    ...['insert into fund_compartment', 'insert into fund_entry', 'update liquidation_step'],
    ...['insert into liquidation_fill', 'update liquidation set', 'insert into audit_entry'],
  ]) {
    expect(
      statements.some((statement) => statement.includes(act)),
      act,
    ).toBe(true);
  }
  const booked = await written();
  expect(booked).toMatchObject({ fills: '1', filled: steps[0]?.size, state: 'done', acts: '1', keys: '1' });
  const again = await send();
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(liquidationFillResource.parse(await again.json())).toMatchObject({ fillId: 'f', deficit: '0' });
  // Under a key of its own the venue's id says that it is the same.
  expect((await app.fetch(path, asJson(fill, { 'idempotency-key': 'other' }))).status).toBe(200);
  expect(await written()).toEqual(booked);
});
