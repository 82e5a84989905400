import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths, problemDetails } from '@backstop/contracts';
import { serveConsole } from '@backstop/api/console/serve-console';
import { addBodyDeadline } from '@backstop/api/http/body-deadline';
import { createLog } from '@backstop/api/log/log';
import { cleanups } from '../support/cleanups.ts';
import { rawHttp } from '../support/raw-http.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const after = cleanups();
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

/** Status and body of an answer as it stood on the wire. */
function answered(text: string): { readonly status: number; readonly code: string } {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toContain('content-type: application/problem+json; charset=utf-8');
  return { status: Number(head.split(' ')[1]), code: problemDetails.parse(JSON.parse(body)).code };
}

describe('what is no HTTP, or too much of it', () => {
  it('is answered with a problem', async () => {
    expect(answered(await rawHttp(app.url, 'NONSENSE\r\n\r\n'))).toEqual({
      status: 400,
      code: 'request_must_be_well_formed',
    });
  });

  it('has a limit for its headers', async () => {
    const text = `GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(answered(await rawHttp(app.url, text))).toEqual({ status: 431, code: 'headers_must_not_be_too_large' });
  });

  it('leaves the service as it was', async () => {
    expect((await app.fetch(paths.ready)).status).toBe(200);
  });
});

describe('a body that does not arrive', () => {
  it('is not waited for beyond its deadline', async () => {
    const server = fastify();
    addBodyDeadline(server, 200);
    server.post('/', () => 'arrived');
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    after.add(() => server.close());
    const head = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n';
    expect(answered(await rawHttp(url, `${head}[1`))).toEqual({ status: 408, code: 'request_must_arrive_in_time' });
    const whole = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[1,2,3]',
    });
    expect(await whole.text()).toBe('arrived');
  });
});

describe('the console', () => {
  async function served(build: (folder: string) => Promise<void>) {
    const folder = await after.folder();
    await build(folder);
    const lines: string[] = [];
    const server = fastify();
    await serveConsole(
      server,
      createLog('warn', (line) => lines.push(line)),
      `${folder}/`,
    );
    after.add(() => server.close());
    return { server, lines };
  }

  it('has a page that is asked for anew, and files that never change', async () => {
    const { server } = await served(async (folder) => {
      await mkdir(join(folder, 'assets'));
      await mkdir(join(folder, 'types'));
      await writeFile(join(folder, 'index.html'), '<!doctype html>');
      await writeFile(join(folder, 'assets', 'main-3f2a.js'), 'plain');
      await writeFile(join(folder, 'assets', 'main-3f2a.js.gz'), 'packed');
      await writeFile(join(folder, 'types', 'main.d.ts'), '');
    });
    const page = await server.inject('/');
    expect(page.payload).toBe('<!doctype html>');
    expect(page.headers['cache-control']).toBe('no-cache');
    const asset = await server.inject('/assets/main-3f2a.js');
    expect(asset.payload).toBe('plain');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toMatch(/^(?:text|application)\/javascript/);
    const packed = await server.inject({ url: '/assets/main-3f2a.js', headers: { 'accept-encoding': 'gzip' } });
    expect([packed.payload, packed.headers['content-encoding']]).toEqual(['packed', 'gzip']);
    for (const path of [
      '/types/main.d.ts',
      '/assets/other.js',
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/',
    ]) {
      expect((await server.inject(path)).statusCode).toBe(404);
    }
  });

  it('says clearly where it has not been built', async () => {
    const { server, lines } = await served(() => Promise.resolve());
    expect((await server.inject('/')).payload).toContain('The console has not been built');
    expect(lines.join('')).toContain('the console has not been built: run npm run build');
  });
});
