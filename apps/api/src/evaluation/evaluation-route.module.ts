import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/changes.module.ts';
import { DecisionLogModule } from '../decisions/decision-log.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { ChosenSetService } from './chosen-set.service.ts';
import { EvaluationRoute } from './evaluation-route.ts';
import { EvaluationModule } from './evaluation.module.ts';
import { OtherSetsService } from './other-sets.service.ts';
import { PlanService } from './plan.service.ts';
import { PenaltiesController } from './penalties.controller.ts';
import { PenaltiesService } from './penalties.service.ts';

/** Apart from the room's own module, which the changes stand on that a question may name. */
@Module({
  imports: [EvaluationModule, ChangesModule, PoliciesModule, DecisionLogModule],
  controllers: [PenaltiesController],
  providers: [EvaluationRoute, OtherSetsService, ChosenSetService, PenaltiesService, PlanService],
  exports: [ChosenSetService, PlanService],
})
export class EvaluationRouteModule {}
