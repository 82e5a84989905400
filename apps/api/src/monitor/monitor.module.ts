import { Module } from '@nestjs/common';
import { FundsModule } from '../funds/funds.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { BookAccountsController } from './book-accounts.controller.ts';
import { BookAccountsService } from './book-accounts.service.ts';
import { BookSnapshotRepository } from './book-snapshot.repository.ts';
import { BookSnapshotsController } from './book-snapshots.controller.ts';
import { BookSnapshotsService } from './book-snapshots.service.ts';
import { ImpactService } from './impact.service.ts';
import { StoredBookService } from './stored-book.service.ts';

@Module({
  imports: [PoliciesModule, EvaluationModule, FundsModule],
  controllers: [BookSnapshotsController, BookAccountsController],
  providers: [BookSnapshotsService, BookAccountsService, BookSnapshotRepository, StoredBookService, ImpactService],
  exports: [ImpactService, StoredBookService],
})
export class MonitorModule {}
