import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { DeclaredFundsService } from './declared-funds.service.ts';
import { FundDepositRepository } from './fund-deposit.repository.ts';
import { FundDepositsController } from './fund-deposits.controller.ts';
import { FundDepositsService } from './fund-deposits.service.ts';
import { FundEntriesRepository } from './fund-entries.repository.ts';
import { FundLedgerRepository } from './fund-ledger.repository.ts';
import { FundsController } from './funds.controller.ts';
import { FundsService } from './funds.service.ts';

@Module({
  imports: [PoliciesModule, EvaluationModule],
  controllers: [FundsController, FundDepositsController],
  providers: [
    ...[DeclaredFundsService, FundsService, FundDepositsService],
    ...[FundLedgerRepository, FundEntriesRepository, FundDepositRepository],
  ],
  exports: [FundLedgerRepository],
})
export class FundsModule {}
