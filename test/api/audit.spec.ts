import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newAuditKey, openAuditKey } from '@backstop/api/audit/audit-key';
import { isSignedByItsKey } from '@backstop/api/audit/signed-checkpoint';
import {
  auditCheckpointResource,
  auditEntryResource,
  auditExportLine,
  auditVerificationResource,
  paths,
  type AuditEntryResource,
} from '@backstop/contracts';
import { appendActs, checkpointsOf, verified } from '../support/audited-app.ts';
import { cleanups } from '../support/cleanups.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { silentSession } from '../support/silent-session.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const after = cleanups();

let app: TestApp;
let auditor: Awaited<ReturnType<typeof silentSession>>;

beforeAll(async () => {
  app = await startApp({ content: 'empty', access: { isDemo: false } });
  auditor = await silentSession(app, 'auditor');
  await appendActs(app.dataSource, 1200);
  await appendActs(app.dataSource, 30, 'bob');
});

afterAll(() => app.stop());

/** The key that was added, and the acts. */
const ENTRIES = 1 + 1200 + 30;

async function list(query: string): Promise<{ rows: AuditEntryResource[]; next: string | null }> {
  const response = await auditor.fetch(`${paths.audit}${query}`);
  expect(response.status).toBe(200);
  const rows = auditEntryResource.array().parse(await response.json());
  const [, next = null] = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
  return { rows, next };
}

/** Everything that a query gives, page after page. */
async function all(query: string): Promise<AuditEntryResource[]> {
  const { rows, next } = await list(query);
  return next === null ? rows : [...rows, ...(await all(next.slice(paths.audit.length)))];
}

describe('the list', () => {
  it('gives every entry once, page after page', async () => {
    const sequences = (await all('?limit=500')).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: ENTRIES }, (_, index) => index + 1));
  });

  it('says that there is another page only where there is one', async () => {
    expect((await list(`?limit=1000&after=${String(ENTRIES - 1000)}`)).next).toBeNull();
    expect((await list(`?limit=1000&after=${String(ENTRIES - 1001)}`)).next).toContain(`after=${String(ENTRIES - 1)}`);
    expect(await list(`?after=${String(ENTRIES)}`)).toEqual({ rows: [], next: null });
  });

  it('gives the latest first where it is asked to', async () => {
    const { rows, next } = await list('?order=desc&limit=2');
    expect(rows.map(({ sequence }) => sequence)).toEqual([ENTRIES, ENTRIES - 1]);
    const further = await list((next ?? '').slice(paths.audit.length));
    expect(further.rows.map(({ sequence }) => sequence)).toEqual([ENTRIES - 2, ENTRIES - 3]);
  });

  it('gives what one actor did, one act, and what was done to one thing', async () => {
    expect(await all('?actor=bob')).toHaveLength(30);
    expect(await all('?act=audit.key_added')).toHaveLength(1);
    expect((await all('?actor=bob&subject=thing:1&limit=4')).map(({ subject }) => subject)).toEqual(
      Array.from({ length: 10 }, () => 'thing:1'),
    );
    expect(await all(`?actor=${encodeURIComponent("' or 1=1 --")}`)).toEqual([]);
  });

  it('refuses what it does not know', async () => {
    await expectProblem(await auditor.fetch(`${paths.audit}?limit=0&since=1`), 'query_must_be_valid');
    await expectProblem(await auditor.fetch(`${paths.auditCheckpoints}?limit=9999`), 'query_must_be_valid');
  });
});

describe('the export', () => {
  it('has every entry, each checkpoint after its entry, and its end', async () => {
    const response = await auditor.fetch(paths.auditExport);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => auditExportLine.parse(JSON.parse(line)));
    const entries = lines.filter((line) => 'entry' in line);
    expect(entries.map(({ entry }) => entry.sequence)).toEqual(
      Array.from({ length: ENTRIES }, (_, index) => index + 1),
    );
    const place = lines.findIndex((line) => 'checkpoint' in line);
    expect(lines[place]).toMatchObject({ checkpoint: { sequence: 1 } });
    expect(place).toBe(1);
    expect(lines.at(-1)).toEqual({ end: true, entries: ENTRIES, checkpoints: 1 });
  });
});

describe('the verification', () => {
  it('walks the chain and its checkpoints', async () => {
    const verdict = auditVerificationResource.parse(await verified(app));
    const [checkpoint] = await checkpointsOf(app);
    expect(verdict).toMatchObject({
      ok: true,
      entries: ENTRIES,
      checkpoints: 1,
      keyIds: [checkpoint?.keyId],
      fault: null,
    });
    expect(verdict.head).toMatchObject({ sequence: ENTRIES });
  });

  it('may be asked without a body, and refuses a checkpoint that is none', async () => {
    expect((await auditor.fetch(paths.auditVerification, { method: 'POST' })).status).toBe(200);
    const response = await auditor.fetch(paths.auditVerification, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ checkpoints: [{ sequence: 0, hash: 'x' }] }),
    });
    await expectProblem(response, 'request_must_be_valid');
  });
});

describe('checkpoints', () => {
  it('are signed by the key that they name, and written to the log', async () => {
    const [checkpoint] = auditCheckpointResource.array().parse(await checkpointsOf(app));
    if (checkpoint === undefined) throw new Error('there is none');
    expect(isSignedByItsKey(checkpoint)).toBe(true);
    for (const changed of [
      { ...checkpoint, sequence: 2 },
      { ...checkpoint, hash: '0'.repeat(64) },
      { ...checkpoint, at: '2020-01-01T00:00:00Z' },
      { ...checkpoint, publicKey: newAuditKey().publicKey },
      { ...checkpoint, publicKey: 'AAAA' },
      { ...checkpoint, signature: '' },
    ]) {
      expect(isSignedByItsKey(changed)).toBe(false);
    }
    expect(app.logged.filter((line) => line.includes(checkpoint.signature))).toHaveLength(1);
  });

  it('are written once a head, at start and at stop, whichever process does', async () => {
    const own = await startApp({ content: 'empty', access: { isDemo: false } });
    const second = await startApp({ beside: own, access: { isDemo: false } });
    // Each has a key of its own here, and says so: that is an act, and moves the head.
    expect((await checkpointsOf(own)).map(({ sequence }) => sequence)).toEqual([1, 2]);
    await appendActs(own.dataSource, 3);
    await second.stop();
    expect((await checkpointsOf(own)).map(({ sequence }) => sequence)).toEqual([1, 2, 5]);
    expect(await verified(own)).toMatchObject({ ok: true, checkpoints: 3 });
    await own.stop();
  });
});

describe('the key', () => {
  it('is made once, readable by its owner alone, and found again', async () => {
    const file = join(await after.folder(), 'keys', 'audit-key.pem');
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => openAuditKey(file)));
    expect(new Set([first?.keyId, ...others.map(({ keyId }) => keyId)]).size).toBe(1);
    expect((await openAuditKey(file)).publicKey).toBe(first?.publicKey);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toContain('PRIVATE KEY');
  });

  it('is in no table and in no answer', async () => {
    const file = join(await after.folder(), 'audit-key.pem');
    await openAuditKey(file);
    const secret = (await readFile(file, 'utf8')).split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    const text = await (await auditor.fetch(paths.auditExport)).text();
    expect(text).not.toContain('PRIVATE KEY');
    expect(text).not.toContain(secret);
  });

  it('that cannot be read is said by name', async () => {
    await expect(openAuditKey('/dev/null/audit-key.pem')).rejects.toThrow(/AUDIT_KEY_FILE/);
    await expect(openAuditKey('/dev/null')).rejects.toThrow(/cannot be had from \/dev\/null/);
  });
});
