import { paths, type ChangeResource } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acted, digestOf, draft, read } from '../../support/change-acts.ts';
import { databaseState, type DatabaseState } from '../../support/database-state.ts';
import { loosened } from '../../support/moved-ladder.ts';
import { startProcess, temporaryFolder, type ServiceProcess } from '../../support/service-process.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';
import { silentSession } from '../../support/silent-session.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const LADDERS = ['BTC', 'ETH', 'SOL', 'XRP', 'ADA', 'DOGE', 'LTC', 'BNB', 'LINK', 'AVAX', 'DOT', 'TRX'].map(
  (asset) => `margin-tiers.${asset}USDT`,
);

/** The application beside prepares and looks; the process approves and is killed. */
let app: TestApp;
let state: DatabaseState;
let ada: SignedIn;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const started: ServiceProcess[] = [];

beforeAll(async () => {
  app = await startApp();
  state = await databaseState(app.databaseUrl);
  ada = await signIn(app.url, 'ada');
  folder = await temporaryFolder();
});

afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  await folder.remove();
  await state.stop();
  await app.stop();
});

function start(): ServiceProcess {
  const service = startProcess({ DATABASE_URL: app.databaseUrl, DATA_DIR: folder.path });
  started.push(service);
  return service;
}

describe('a service killed in the middle of approvals', () => {
  it(
    'leaves each change approved whole or not at all, and what was not can be approved',
    { timeout: 120_000 },
    async () => {
      const changes: ChangeResource[] = [];
      for (const policy of LADDERS) {
        const entries = [await loosened(ada, policy)];
        const effectiveFrom = new Date(Date.now() + 3_600_000).toISOString();
        changes.push(await acted(ada, 'changeSubmit', await draft(ada, { reason: 'at once', entries, effectiveFrom })));
      }
      const first = start();
      const piet = await silentSession({ dataSource: app.dataSource, url: await first.url }, 'approver');
      const approval = (by: Pick<SignedIn, 'fetch'>, change: ChangeResource): Promise<Response> =>
        by.fetch(paths.changeApprove.replace(':id', change.id), {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'if-match': `"${String(change.revision)}"` },
          body: JSON.stringify({ digest: digestOf(change) }),
        });
      const answers = changes.map((change) =>
        approval(piet, change).then(
          ({ status }) => status,
          () => null,
        ),
      );
      await Promise.race(answers);
      first.child.kill('SIGKILL');
      const told = await Promise.all(answers);
      await first.ended;
      await state.quiet();
      // Killed in the middle: some were answered, others were not.
      expect(told).toContain(200);
      expect(told).toContain(null);
      const rows = await state.query<{ id: string; whole: boolean; none: boolean }>(
        `select c.id,
         c.status = 'approved' and v.count = 1 and r.count = 1 and a.count = 1 as whole,
         c.status = 'submitted' and v.count = 0 and r.count = 0 and a.count = 0 as none
       from change c,
         lateral (select count(*) from policy_version where change_id = c.id) v,
         lateral (select count(*) from change_review where change_id = c.id) r,
         lateral (select count(*) from audit_entry where subject = 'change:' || c.id and act = 'change.approved') a
       where c.origin = 'person'`,
      );
      expect(rows).toHaveLength(changes.length);
      expect(rows.filter(({ whole, none }) => whole === none)).toEqual([]);
      const isApproved = new Map(rows.map(({ id, whole }) => [id, whole]));
      for (const [index, { id }] of changes.entries()) if (told[index] === 200) expect(isApproved.get(id)).toBe(true);

      const second = start();
      const again = await silentSession({ dataSource: app.dataSource, url: await second.url }, 'approver');
      for (const change of changes) {
        expect((await approval(again, change)).status).toBe(isApproved.get(change.id) === true ? 412 : 200);
        expect((await read(ada, change.id)).phase).toBe('scheduled');
      }
      const sequences = await state.query<{ approval_sequence: string }>(
        'select approval_sequence from change where approval_sequence is not null order by approval_sequence',
      );
      expect(sequences.map((row) => Number(row.approval_sequence))).toEqual(
        Array.from({ length: changes.length + 1 }, (_, index) => index + 1),
      );
    },
  );
});
