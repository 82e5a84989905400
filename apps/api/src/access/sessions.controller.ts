import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { passwordRequest, paths, signInRequest } from '@backstop/contracts';
import { parseBody } from '../http/parse-body.ts';
import { ACCESS, type AccessOptions } from './access-options.ts';
import { personOf } from './actor-of.ts';
import { Public, SignedIn } from './permission.ts';
import { originRefusal } from './same-site.ts';
import type { TokenCookie } from './cookie.ts';
import { sessionCookie } from './session-cookie.ts';
import { SessionViewService } from './session-view.service.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  readonly #sessions: SessionsService;
  readonly #view: SessionViewService;
  readonly #cookie: TokenCookie;
  readonly #publicUrl: string | null;

  constructor(sessions: SessionsService, view: SessionViewService, @Inject(ACCESS) { publicUrl }: AccessOptions) {
    this.#sessions = sessions;
    this.#view = view;
    this.#cookie = sessionCookie(publicUrl);
    this.#publicUrl = publicUrl;
  }

  @Get(paths.session)
  @Public()
  async find(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#send(reply, this.#cookie.read(request));
  }

  @Post(paths.session)
  @Public({ takesSecret: true })
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // A page of another site must not sign a browser in either: what is done then would be somebody else's doing.
    const refusal = originRefusal(request, this.#publicUrl);
    if (refusal !== null) throw refusal;
    const token = await this.#sessions.signIn(parseBody(signInRequest, body), this.#cookie.read(request));
    this.#cookie.set(reply, token);
    await this.#send(reply, token);
  }

  @Delete(paths.session)
  @SignedIn({ beforePasswordChange: true })
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#sessions.end(personOf(request), this.#cookie.read(request) ?? '');
    this.#cookie.clear(reply);
    void reply.code(204).header('cache-control', 'no-store').send();
  }

  @Post(paths.sessionPassword)
  @SignedIn({ beforePasswordChange: true, takesSecret: true })
  async changePassword(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = await this.#sessions.changePassword(personOf(request), parseBody(passwordRequest, body));
    this.#cookie.set(reply, token);
    await this.#send(reply, token);
  }

  async #send(reply: FastifyReply, token: string | null): Promise<void> {
    const view = await this.#view.view(token);
    void reply
      .code(200)
      .headers({ 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' })
      .send(JSON.stringify(view));
  }
}
