import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { DeclaredFundsService } from './declared-funds.service.ts';
import { FundDepositRepository } from './fund-deposit.repository.ts';
import { FundDepositsController } from './fund-deposits.controller.ts';
import { FundDepositsService } from './fund-deposits.service.ts';
import { FundEntriesRepository } from './fund-entries.repository.ts';
import { FundLedgerRepository } from './fund-ledger.repository.ts';
import { FundPnlService } from './fund-pnl.service.ts';
import { FundPositionRepository } from './fund-position.repository.ts';
import { FundPositionsController } from './fund-positions.controller.ts';
import { FundPositionsService } from './fund-positions.service.ts';
import { FundsController } from './funds.controller.ts';
import { FundsService } from './funds.service.ts';

@Module({
  imports: [PoliciesModule, EvaluationModule],
  controllers: [FundsController, FundDepositsController, FundPositionsController],
  providers: [
    ...[DeclaredFundsService, FundsService, FundDepositsService],
    ...[FundLedgerRepository, FundEntriesRepository, FundDepositRepository],
    ...[FundPositionsService, FundPnlService, FundPositionRepository],
  ],
  exports: [FundLedgerRepository, FundPnlService, FundPositionRepository],
})
export class FundsModule {}
