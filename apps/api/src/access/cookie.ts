import type { FastifyReply, FastifyRequest } from 'fastify';

/** A cookie that holds one of our tokens, for the server alone. */
export interface TokenCookie {
  readonly read: (request: FastifyRequest) => string | null;
  readonly set: (reply: FastifyReply, token: string) => void;
  readonly clear: (reply: FastifyReply) => void;
}

export interface CookieOptions {
  readonly name: string;
  readonly path: string;
  /** How long browsers keep it, in seconds. */
  readonly maxAge: number;
  /** Over https only. */
  readonly secure: boolean;
}

/** No script reads it, and no page of another site sends it with what writes. */
export function tokenCookie({ name, path, maxAge, secure }: CookieOptions): TokenCookie {
  // Tokens are base64url, so that nothing in a cookie needs an escape.
  const pattern = new RegExp(`(?:^|; ?)${name}=([A-Za-z0-9_-]{43})(?:;|$)`);
  const kept = `Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: ({ headers }) => pattern.exec(headers.cookie ?? '')?.[1] ?? null,
    set: (reply, token) => {
      void reply.header('set-cookie', `${name}=${token}; Max-Age=${String(maxAge)}; ${kept}`);
    },
    clear: (reply) => {
      void reply.header('set-cookie', `${name}=; Max-Age=0; ${kept}`);
    },
  };
}
