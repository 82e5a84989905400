import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { PAGE_HEADERS } from '../http/security-headers.ts';
import type { Log } from '../log/log.ts';

/** Where the built console is, seen from the sources and from the build alike. */
const BUILT_CONSOLE = fileURLToPath(new URL('../../../admin/dist/', import.meta.url));

/** Serves the console at `/`: its page is asked for anew each time, what it loads has a hash in its name and never changes. */
export async function serveConsole(server: FastifyInstance, log: Log, folder = BUILT_CONSOLE): Promise<void> {
  if (!existsSync(`${folder}/index.html`)) {
    log.warn({ folder }, 'the console has not been built: run npm run build');
    server.get('/', { config: { permission: 'public' } }, (_request, reply) => {
      void reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(NOT_BUILT);
    });
    return;
  }
  await server.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, permission: 'public' };
    });
    scope.addHook('onRequest', (_request, reply, done) => {
      void reply.headers(PAGE_HEADERS);
      done();
    });
    await scope.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      // Beside the type declarations that a build leaves there.
      globIgnore: ['types/**', '**/*.map'],
      setHeaders: (reply, path) => {
        const isHashed = /[/\\]assets[/\\]/.test(path);
        void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  });
}

const NOT_BUILT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Backstop</title></head><body>
<h1>The console has not been built</h1><p>Run <code>npm run build</code> and start the service again.
The API works without it: <a href="/docs">its reference</a>.</p></body></html>`;
