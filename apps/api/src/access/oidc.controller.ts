import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { paths } from '@backstop/contracts';
import { ProblemError } from '../http/problem-error.ts';
import { ACCESS, type AccessOptions } from './access-options.ts';
import { tokenCookie, type TokenCookie } from './cookie.ts';
import { OidcService } from './oidc.service.ts';
import { Public } from './permission.ts';
import { isSecure, sessionCookie } from './session-cookie.ts';

/** So long may a sign-in at the provider take, in seconds. */
const UNDER_WAY_SECONDS = 600;

/** A browser comes here by itself: what goes wrong brings it back to the console, with the code of the problem. */
@Controller()
export class OidcController {
  readonly #oidc: OidcService;
  readonly #session: TokenCookie;
  /** Keeps the secret of a sign-in that is under way. */
  readonly #underWay: TokenCookie;

  constructor(oidc: OidcService, @Inject(ACCESS) { publicUrl }: AccessOptions) {
    this.#oidc = oidc;
    this.#session = sessionCookie(publicUrl);
    const [path, secure] = [paths.sessionOidc, isSecure(publicUrl)];
    this.#underWay = tokenCookie({ name: 'backstop-oidc', path, maxAge: UNDER_WAY_SECONDS, secure });
  }

  @Get(paths.sessionOidc)
  @Public({ takesSecret: true })
  async start(@Res() reply: FastifyReply): Promise<void> {
    await this.#orBack(reply, async () => {
      const { url, secret } = await this.#oidc.start();
      this.#underWay.set(reply, secret);
      return url.href;
    });
  }

  @Get(paths.sessionOidcCallback)
  @Public({ takesSecret: true })
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#orBack(reply, async () => {
      const [secret, replaced] = [this.#underWay.read(request), this.#session.read(request)];
      const token = await this.#oidc.finish(request.url, { secret, replaced });
      this.#underWay.clear(reply);
      this.#session.set(reply, token);
      return '/';
    });
  }

  async #orBack(reply: FastifyReply, address: () => Promise<string>): Promise<void> {
    let location: string;
    try {
      location = await address();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code === 'oidc_must_be_configured') throw error;
      location = `/?problem=${error.code}`;
    }
    void reply.code(303).headers({ location, 'cache-control': 'no-store' }).send();
  }
}
