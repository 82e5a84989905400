import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { paths } from '@backstop/contracts';
import { Public } from '../access/permission.ts';
import { PAGE_HEADERS } from '../http/security-headers.ts';
import { sendTagged } from '../http/etag.ts';
import { openapiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';

/** Made once for the process, before it listens: each takes a tenth of a second. */
const DOCUMENT = openapiDocument();
const PAGE = referencePage();

@Controller()
export class ReferenceController {
  @Get(paths.openapi)
  @Public()
  openapi(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendTagged(request, reply, DOCUMENT);
  }

  @Get(paths.reference)
  @Public()
  reference(@Res() reply: FastifyReply): void {
    void reply
      .headers({ ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      .send(PAGE);
  }
}
