import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { LossesModule } from '../losses/losses.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { DecisionLogModule } from './decision-log.module.ts';
import { DecisionsController } from './decisions.controller.ts';
import { DecisionsService } from './decisions.service.ts';
import { LogHeadRepository } from './log-head.repository.ts';
import { LogHeadService } from './log-head.service.ts';
import { ReplayService } from './replay.service.ts';

@Module({
  imports: [DecisionLogModule, EvaluationModule, LossesModule, PoliciesModule],
  controllers: [DecisionsController],
  providers: [DecisionsService, ReplayService, LogHeadService, LogHeadRepository],
})
export class DecisionsModule {}
