import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { FundsModule } from '../funds/funds.module.ts';
import { MonitorModule } from '../monitor/monitor.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { BookCandidatesService } from './book-candidates.service.ts';
import { LossChargesRepository } from './loss-charges.repository.ts';
import { LossLedgerService } from './loss-ledger.service.ts';
import { LossQuestionsService } from './loss-questions.service.ts';
import { LossReplayService } from './loss-replay.service.ts';
import { LossRepository } from './loss.repository.ts';
import { LossesController } from './losses.controller.ts';
import { LossesService } from './losses.service.ts';
import { ReceivableRepository } from './receivable.repository.ts';
import { ReceivablesController } from './receivables.controller.ts';
import { ReceivablesService } from './receivables.service.ts';
import { StandingService } from './standing.service.ts';
import { SolvencyController } from './solvency.controller.ts';
import { SolvencyService } from './solvency.service.ts';

@Module({
  imports: [PoliciesModule, EvaluationModule, FundsModule, MonitorModule],
  controllers: [LossesController, ReceivablesController, SolvencyController],
  providers: [
    LossesService,
    LossReplayService,
    StandingService,
    LossQuestionsService,
    SolvencyService,
    LossLedgerService,
    BookCandidatesService,
    LossChargesRepository,
    LossRepository,
    ReceivablesService,
    ReceivableRepository,
  ],
  exports: [LossReplayService],
})
export class LossesModule {}
