import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { liquidationFillResource, liquidationResource, pathOf, paths } from '@backstop/contracts';
import { approveVersion } from '../support/approve-version.ts';
import { cuttingRelay, type CuttingRelay } from '../support/cutting-relay.ts';
import { databaseState, type DatabaseState } from '../support/database-state.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { asJson } from '../support/fund-acts.ts';
import { hoursAgo, liquidationOf } from '../support/sample-liquidation.ts';
import { shippedDocument } from '../support/shipped-document.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let database: FreshDatabase;
let relay: CuttingRelay;
let state: DatabaseState;
let app: TestApp;

/** Whatever is closed is closed at once: two bitcoins in one step. */
beforeEach(async () => {
  database = await freshDatabase('shipped');
  relay = await cuttingRelay(database.url);
  state = await databaseState(database.url);
  app = await startApp({
    beside: { databaseUrl: relay.url },
    fill: async (dataSource) => {
      await approveVersion(dataSource, {
        ...{ policy: 'forced-liquidation.default', effectiveFrom: new Date(hoursAgo(20)) },
        document: { ...shippedDocument('forced-liquidation'), step: { model: 'full' } },
      });
    },
  });
});

afterEach(async () => {
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
       (select count(*) from liquidation_return) as returns, (select count(*) from liquidation_loss) as losses,
       (select count(*) from audit_entry where act = 'liquidation.filled') as acts,
       (select count(*) from idempotency_key where key = 'cut') as keys`,
  );
  return row;
}

const ALWAYS = [
  ...['insert into fund_entry', 'update liquidation_step', 'insert into liquidation_fill'],
  ...['update liquidation set', 'insert into audit_entry'],
];

it.each([
  {
    ends: 'whole',
    earlier: [],
    price: '60000',
    acts: [...ALWAYS, 'insert into fund_compartment'],
    comesTo: { fills: '1', entries: '1', returns: '0', losses: '0' },
  },
  {
    // The fee of the first fill is given back, and what is still missing is asked for.
    ends: 'short',
    earlier: ['60400'],
    price: '59000',
    acts: [...ALWAYS, 'insert into liquidation_return', 'insert into liquidation_loss'],
    comesTo: { fills: '2', entries: '2', balance: '0', returns: '1', losses: '1' },
  },
])(
  'a fill after which its scope ends $ends, cut after any statement of its transaction, leaves nothing half-booked, and is booked once',
  async ({ earlier, price, acts, comesTo }) => {
    const asked = asJson(liquidationOf('500'), { 'idempotency-key': randomUUID() });
    const { id, steps } = liquidationResource.parse(await (await app.fetch(paths.liquidations, asked)).json());
    expect(steps).toMatchObject([{ size: '2' }]);
    const step = steps[0]?.step;
    const path = pathOf(paths.liquidationFills, { id });
    for (const at of earlier) {
      const first = { fillId: at, step, size: '1', price: at };
      expect((await app.fetch(path, asJson(first, { 'idempotency-key': at }))).status).toBe(201);
    }
    const fill = { fillId: 'f', step, size: String(2 - earlier.length), price };
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
    for (const act of acts) {
      expect(
        statements.some((statement) => statement.includes(act)),
        act,
      ).toBe(true);
    }
    const booked = await written();
    expect(booked).toMatchObject({ ...comesTo, filled: '2', state: 'done', acts: comesTo.fills, keys: '1' });
    const again = await send();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(liquidationFillResource.parse(await again.json())).toMatchObject({ fillId: 'f' });
    // Under a key of its own the venue's id says that it is the same.
    expect((await app.fetch(path, asJson(fill, { 'idempotency-key': 'other' }))).status).toBe(200);
    expect(await written()).toEqual(booked);
  },
  60_000,
);
