import { Readable } from 'node:stream';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { paths, type AnalysisResponse } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { ProblemError } from '../http/problem-error.ts';
import { AnalysisService } from './analysis.service.ts';

@Controller()
export class AnalysisController {
  readonly #analysis: AnalysisService;

  constructor(analysis: AnalysisService) {
    this.#analysis = analysis;
  }

  @Post(paths.policyAnalysis)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('policy:read')
  async analyze(@Body() body: unknown): Promise<AnalysisResponse> {
    if (body instanceof Readable) {
      throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/json');
    }
    if (body === undefined) throw new ProblemError('body_must_be_json', 'there is no body');
    return this.#analysis.analyze(body);
  }
}
