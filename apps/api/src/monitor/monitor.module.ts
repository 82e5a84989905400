import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.ts';
import { BookSnapshotRepository } from './book-snapshot.repository.ts';
import { BookSnapshotsController } from './book-snapshots.controller.ts';
import { BookSnapshotsService } from './book-snapshots.service.ts';
import { ImpactService } from './impact.service.ts';

@Module({
  imports: [PoliciesModule],
  controllers: [BookSnapshotsController],
  providers: [BookSnapshotsService, BookSnapshotRepository, ImpactService],
  exports: [ImpactService],
})
export class MonitorModule {}
