import { Controller, Get, Header } from '@nestjs/common';
import { paths, type SolvencyResource } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { SolvencyService } from './solvency.service.ts';

@Controller()
export class SolvencyController {
  readonly #solvency: SolvencyService;

  constructor(solvency: SolvencyService) {
    this.#solvency = solvency;
  }

  @Get(paths.solvency)
  @Header('cache-control', 'no-store')
  @Permission('loss:read')
  now(): Promise<SolvencyResource> {
    return this.#solvency.now();
  }
}
