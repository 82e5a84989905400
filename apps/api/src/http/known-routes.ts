import type { FastifyInstance } from 'fastify';

/** One route as the router has it. */
export interface KnownRoute {
  readonly method: string;
  readonly url: string;
  /** The permission it declares; undefined where it declares none, which keeps it closed. */
  readonly permission: string | undefined;
}

/** Every route of the server, in the order in which they were made; filled as the server is built. */
export function watchRoutes(server: FastifyInstance): readonly KnownRoute[] {
  const routes: KnownRoute[] = [];
  server.addHook('onRoute', (route) => {
    for (const method of Array.isArray(route.method) ? route.method : [route.method]) {
      routes.push({
        method,
        url: route.url,
        // Read when it is asked for: a hook of the route's own scope may still declare it.
        get permission() {
          return route.config?.permission;
        },
      });
    }
  });
  return routes;
}

/** The methods that a path does take, for the answer to one that it does not. */
export function methodsOf(routes: readonly KnownRoute[], path: string): string[] {
  const segments = path.split('/');
  const taken = routes.filter(({ url }) => matches(url.split('/'), segments)).map(({ method }) => method);
  return [...new Set(taken)].sort();
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index]));
}
