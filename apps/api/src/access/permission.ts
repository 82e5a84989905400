import { RouteConfig } from '@nestjs/platform-fastify';
import type { Permission as PermissionName } from '@backstop/core/access';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it takes to use the route; `public` takes nothing. A route that declares none is closed. */
    permission?: PermissionName | 'public';
    /** The route reads its body piece by piece, so that the deadline of whole bodies is not its. */
    streamsBody?: boolean;
  }
}

/** Declares what it takes to use a route. */
export function Permission(permission: PermissionName, { streamsBody = false } = {}): MethodDecorator {
  return RouteConfig({ permission, streamsBody });
}

/** Declares that anybody may use a route. */
export function Public(): MethodDecorator {
  return RouteConfig({ permission: 'public' });
}
