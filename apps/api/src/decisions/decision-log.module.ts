import { Module } from '@nestjs/common';
import { DecisionLogRepository } from './decision-log.repository.ts';
import { DecisionLogService } from './decision-log.service.ts';

/** The log itself, which stands below whoever decides. */
@Module({
  providers: [DecisionLogService, DecisionLogRepository],
  exports: [DecisionLogService, DecisionLogRepository],
})
export class DecisionLogModule {}
