import { RouteConfig } from '@nestjs/platform-fastify';
import type { Permission as PermissionName } from '@backstop/core/access';

/** What a route asks for: `public` takes nothing, `signed-in` any person. */
export type RoutePermission = PermissionName | 'public' | 'signed-in';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it takes to use the route. A route that declares none is closed. */
    permission?: RoutePermission;
    /** The route reads its body piece by piece, so that the deadline of whole bodies is not its. */
    streamsBody?: boolean;
    /** Also whoever must change a one-time password may use it. */
    beforePasswordChange?: boolean;
    /** The route takes a password, so that it is asked seldom: who guesses must be slow. */
    takesSecret?: boolean;
  }
}

/** Declares what it takes to use a route. */
export function Permission(permission: PermissionName, { streamsBody = false } = {}): MethodDecorator {
  return RouteConfig({ permission, streamsBody });
}

/** Declares that any person who is signed in may use a route; no key may. */
export function SignedIn({ beforePasswordChange = false, takesSecret = false } = {}): MethodDecorator {
  return RouteConfig({ permission: 'signed-in', beforePasswordChange, takesSecret });
}

/** Declares that anybody may use a route. */
export function Public({ takesSecret = false } = {}): MethodDecorator {
  return RouteConfig({ permission: 'public', takesSecret });
}
