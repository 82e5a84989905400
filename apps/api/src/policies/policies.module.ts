import { Module } from '@nestjs/common';
import { KindsController } from './kinds.controller.ts';
import { KindsService } from './kinds.service.ts';
import { PoliciesController } from './policies.controller.ts';
import { PoliciesService } from './policies.service.ts';
import { PolicySetsService } from './policy-sets.service.ts';
import { PolicyVersionRepository } from './policy-version.repository.ts';
import { TimelineService } from './timeline.service.ts';

@Module({
  controllers: [PoliciesController, KindsController],
  providers: [PoliciesService, PolicySetsService, PolicyVersionRepository, TimelineService, KindsService],
  exports: [PolicySetsService, TimelineService],
})
export class PoliciesModule {}
