import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paths } from '@backstop/contracts';
import { cleanups } from '../support/cleanups.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { startProcess, type ServiceProcess } from '../support/service-process.ts';
import { signIn } from '../support/sign-in.ts';

const after = cleanups();

function start(variables: Readonly<Record<string, string>>): ServiceProcess {
  const service = startProcess(variables);
  after.add(async () => {
    service.child.kill('SIGKILL');
    await service.ended;
  });
  return service;
}

async function stop({ child, ended }: ServiceProcess): Promise<{ readonly said: string; readonly output: string }> {
  child.kill('SIGINT');
  return ended;
}

it('a demonstration keeps its key for its owner alone, from one start to the next', { timeout: 120_000 }, async () => {
  const database = await freshDatabase('shipped');
  after.add(database.drop);
  const variables = { DATABASE_URL: database.url, DATA_DIR: await after.folder(), DEMO: 'on', LOG_LEVEL: 'debug' };
  const first = start(variables);
  const [url, key] = [await first.url, await first.key];
  const file = join(variables.DATA_DIR, 'demo-key');
  expect([(await readFile(file, 'utf8')).trim(), (await stat(file)).mode & 0o777]).toEqual([key, 0o600]);
  expect((await fetch(url + paths.kinds, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  expect((await stop(first)).said).not.toContain(key);
  const second = start(variables);
  expect(await second.key).toBe(key);
  await stop(second);
  const real = start({ ...variables, DEMO: 'off' });
  const { status } = await fetch((await real.url) + paths.kinds, { headers: { authorization: `Bearer ${key}` } });
  expect(status).toBe(401);
});

it('the first admin gets a one-time password, printed once and never logged', { timeout: 120_000 }, async () => {
  const database = await freshDatabase('shipped');
  after.add(database.drop);
  const variables = { DATABASE_URL: database.url, DATA_DIR: await after.folder(), LOG_LEVEL: 'debug' };
  const first = start(variables);
  const told = new Promise<string>((resolve) => {
    let output = '';
    first.child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, password] = /one-time password (\S+) /.exec(output) ?? [];
      if (password !== undefined) resolve(password);
    });
  });
  const [url, password] = [await first.url, await told];
  const { person } = await signIn(url, 'admin', password);
  expect(person).toMatchObject({ roles: ['admin'], permissions: [], mustChangePassword: true });
  expect((await stop(first)).said).not.toContain(password);
  const second = start(variables);
  await second.url;
  expect((await stop(second)).output).not.toContain('one-time password');
});
