import { Module } from '@nestjs/common';
import { AnalysisController } from './analysis.controller.ts';
import { AnalysisService } from './analysis.service.ts';
import { KindsController } from './kinds.controller.ts';
import { KindsService } from './kinds.service.ts';
import { PoliciesController } from './policies.controller.ts';
import { PoliciesService } from './policies.service.ts';
import { PolicySetsService } from './policy-sets.service.ts';
import { PolicyVersionRepository } from './policy-version.repository.ts';
import { TimelineListener } from './timeline-listener.ts';
import { TimelineService } from './timeline.service.ts';

@Module({
  controllers: [PoliciesController, AnalysisController, KindsController],
  providers: [
    PoliciesService,
    PolicySetsService,
    PolicyVersionRepository,
    TimelineListener,
    TimelineService,
    KindsService,
    AnalysisService,
  ],
  exports: [PolicySetsService, TimelineService],
})
export class PoliciesModule {}
