import { Module } from '@nestjs/common';
import { DecisionLogModule } from '../decisions/decision-log.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { BatchService } from './batch.service.ts';
import { CompiledSetsService } from './compiled-sets.service.ts';
import { BatchController } from './batch.controller.ts';
import { EvaluationService } from './evaluation.service.ts';
import { ShadowService } from './shadow.service.ts';

@Module({
  imports: [PoliciesModule, DecisionLogModule],
  controllers: [BatchController],
  providers: [EvaluationService, BatchService, CompiledSetsService, ShadowService],
  exports: [EvaluationService, CompiledSetsService],
})
export class EvaluationModule {}
