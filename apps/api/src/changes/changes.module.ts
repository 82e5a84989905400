import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { MonitorModule } from '../monitor/monitor.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { ApprovalRepository } from './approval.repository.ts';
import { CancellationService } from './cancellation.service.ts';
import { ChangeActsController } from './change-acts.controller.ts';
import { ChangeListRepository } from './change-list.repository.ts';
import { ChangeWritesService } from './change-writes.service.ts';
import { ChangeViewService } from './change-view.service.ts';
import { ChangeRepository } from './change.repository.ts';
import { ChangesController } from './changes.controller.ts';
import { ChangesService } from './changes.service.ts';
import { DraftSetsService } from './draft-sets.service.ts';
import { DraftsService } from './drafts.service.ts';
import { EmergencyService } from './emergency.service.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { PresenceController } from './presence.controller.ts';
import { PresenceRepository } from './presence.repository.ts';
import { PresenceService } from './presence.service.ts';
import { ReviewService } from './review.service.ts';
import { SubmissionService } from './submission.service.ts';

@Module({
  imports: [PoliciesModule, EvaluationModule, MonitorModule],
  controllers: [ChangesController, ChangeActsController, PresenceController],
  providers: [
    ...[ChangeRepository, ChangeListRepository, ApprovalRepository, PresenceRepository],
    ...[ChangesService, DraftsService, SubmissionService, ReviewService, CancellationService, EmergencyService],
    ...[ChangeWritesService, PresenceService],
    ...[EvidenceService, ChangeViewService, DraftSetsService],
  ],
  exports: [DraftSetsService],
})
export class ChangesModule {}
