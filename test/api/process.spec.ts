import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pathOf, paths } from '@backstop/contracts';
import { freshDatabase } from '../support/fresh-database.ts';
import { openRawBatch } from '../support/raw-batch.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startProcess, temporaryFolder, type ServiceProcess } from '../support/service-process.ts';

const started: ServiceProcess[] = [];
const folders: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const remove of folders.splice(0)) await remove();
});

function start(variables: Readonly<Record<string, string>>): ServiceProcess {
  const service = startProcess(variables);
  started.push(service);
  return service;
}

async function folder(): Promise<string> {
  const { path, remove } = await temporaryFolder();
  folders.push(remove);
  return path;
}

/** Id of the change that brought the first version: another database has another. */
async function changeId({ url, key }: ServiceProcess): Promise<string> {
  const path = pathOf(paths.policyVersion, { id: 'margin-tiers.BTCUSDT', version: 1 });
  const { change } = (await (await fetch((await url) + path, { headers: bearer(await key) })).json()) as {
    change: { id: string };
  };
  return change.id;
}

async function postmasterPid(dataDir: string): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres', 'files', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}

function isGone(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    () => true,
  );
}

describe('a service on an empty folder', () => {
  it(
    'brings everything up by itself, is found again after an interrupt and after kill -9',
    { timeout: 120_000 },
    async () => {
      const dataDir = await folder();
      const first = start({ DATA_DIR: dataDir });
      const [url, key] = [await first.url, await first.key];
      expect((await fetch(url + paths.ready)).status).toBe(200);
      const response = await fetch(url + paths.evaluations, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(key) },
        body: JSON.stringify(sampleEvaluation()),
      });
      const decision = await response.text();
      expect(response.status).toBe(200);
      const change = await changeId(first);
      first.child.kill('SIGINT');
      const { status, said } = await first.ended;
      expect({ status, said }).toEqual({ status: 0, said: '' });
      expect(await isGone(join(dataDir, 'postgres', 'files', 'postmaster.pid'))).toBe(true);

      const second = start({ DATA_DIR: dataDir });
      expect(await changeId(second)).toBe(change);
      second.child.kill('SIGKILL');
      await second.ended;

      const third = start({ DATA_DIR: dataDir });
      expect(await changeId(third)).toBe(change);
      const again = await fetch((await third.url) + paths.evaluations, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(key) },
        body: JSON.stringify(sampleEvaluation()),
      });
      expect(await again.text()).toBe(decision);
      third.child.kill('SIGTERM');
      expect((await third.ended).status).toBe(0);
    },
  );

  it('keeps it for itself, beside another service on another folder', { timeout: 120_000 }, async () => {
    const [mine, other] = [await folder(), await folder()];
    const first = start({ DATA_DIR: mine });
    const beside = start({ DATA_DIR: other });
    expect(await changeId(first)).not.toBe(await changeId(beside));
    const intruder = start({ DATA_DIR: mine });
    expect(await intruder.ended).toEqual({
      status: 1,
      said: `Backstop cannot start: another service already uses DATA_DIR=${mine}: stop it, or give this one its own DATA_DIR\n`,
      output: '',
    });
    expect((await fetch((await first.url) + paths.ready)).status).toBe(200);
  });

  it('cuts what will not finish once it is told to stop', { timeout: 120_000 }, async () => {
    const service = start({ DATA_DIR: await folder() });
    const batch = await openRawBatch(await service.url, await service.key);
    batch.write(`${JSON.stringify({ market: sampleEvaluation().market })}\n`);
    batch.write(`${JSON.stringify({ account: sampleEvaluation().account })}\n`);
    await batch.until('"line":2');
    service.child.kill('SIGINT');
    expect(await batch.closed()).not.toContain('"end"');
    expect((await service.ended).status).toBe(0);
  });

  it('ends with the database under it', { timeout: 120_000 }, async () => {
    const dataDir = await folder();
    const service = start({ DATA_DIR: dataDir });
    await service.url;
    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    const { status, said } = await service.ended;
    expect(status).toBe(1);
    expect(said).toContain('the embedded PostgreSQL has ended; the service ends with it');
  });
});

describe('a service that cannot start says why, once, and ends with status 1', () => {
  it('where its port is taken', { timeout: 60_000 }, async () => {
    const database = await freshDatabase('shipped');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = address === null || typeof address === 'string' ? '' : String(address.port);
    const { status, said } = await start({ DATABASE_URL: database.url, PORT: port }).ended;
    expect(status).toBe(1);
    expect(said).toBe(
      `Backstop cannot start: PORT=${port} on 127.0.0.1 is taken: stop what listens there, or set another PORT\n`,
    );
    await new Promise((resolve) => taken.close(resolve));
    await database.drop();
  });

  it('where the database cannot be reached, without telling its password', { timeout: 60_000 }, async () => {
    const { status, said } = await start({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' }).ended;
    expect(status).toBe(1);
    expect(said).toMatch(
      /^Backstop cannot start: the database at postgres:\/\/me@127\.0\.0\.1:1\/none cannot be used: .*ECONNREFUSED.*\n$/,
    );
    expect(said).not.toContain('secret');
  });

  it('where the environment is wrong, every fault together', async () => {
    const { status, said } = await start({
      PORT: '99999',
      HOST: '0.0.0.0',
      DEMO: 'on',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
    }).ended;
    expect(status).toBe(1);
    const names = ['PORT', 'HOST', 'DATABASE_URL', 'LOG_LEVEL'];
    // The headline, a line for each fault, and the end of the last line.
    expect(said.split('\n')).toHaveLength(1 + names.length + 1);
    for (const name of names) expect(said).toContain(`  ${name} must`);
    expect(said).not.toContain('    at ');
  });

  it('where its folder cannot be made', async () => {
    const { status, said } = await start({ DATA_DIR: '/dev/null/here' }).ended;
    expect(status).toBe(1);
    expect(said).toMatch(/^Backstop cannot start: the folder DATA_DIR=\/dev\/null\/here cannot be made: .*\n$/);
  });
});
