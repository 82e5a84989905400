import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditRepository } from './audit.repository.ts';
import { AuditService } from './audit.service.ts';
import { CheckpointRepository } from './checkpoint.repository.ts';
import { CheckpointService } from './checkpoint.service.ts';

@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditRepository, CheckpointService, CheckpointRepository],
})
export class AuditModule {}
