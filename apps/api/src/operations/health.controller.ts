import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { paths } from '@backstop/contracts';
import { Public } from '../access/permission.ts';
import { ReadinessService } from './readiness.service.ts';

@Controller()
export class HealthController {
  readonly #readiness: ReadinessService;

  constructor(readiness: ReadinessService) {
    this.#readiness = readiness;
  }

  /** The process runs and answers. */
  @Get(paths.health)
  @Public()
  health(@Res() reply: FastifyReply): void {
    void reply.header('cache-control', 'no-store').send({ status: 'up' });
  }

  /** The service can decide. */
  @Get(paths.ready)
  @Public()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const policySet = await this.#readiness.policySetHash();
    void reply.header('cache-control', 'no-store').send({ status: 'ready', policySet });
  }
}
