import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.ts';
import { BatchService } from './batch.service.ts';
import { CompiledSetsService } from './compiled-sets.service.ts';
import { EvaluationController } from './evaluation.controller.ts';
import { EvaluationService } from './evaluation.service.ts';

@Module({
  imports: [PoliciesModule],
  controllers: [EvaluationController],
  providers: [EvaluationService, BatchService, CompiledSetsService],
  exports: [EvaluationService],
})
export class EvaluationModule {}
