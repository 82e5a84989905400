import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { HealthController } from './health.controller.ts';
import { ReadinessService } from './readiness.service.ts';
import { ReferenceController } from './reference.controller.ts';

@Module({
  imports: [EvaluationModule],
  controllers: [HealthController, ReferenceController],
  providers: [ReadinessService],
})
export class OperationsModule {}
