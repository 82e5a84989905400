import { Module } from '@nestjs/common';
import { EvaluationRouteModule } from '../evaluation/evaluation-route.module.ts';
import { EvaluationModule } from '../evaluation/evaluation.module.ts';
import { FundsModule } from '../funds/funds.module.ts';
import { PoliciesModule } from '../policies/policies.module.ts';
import { FillBookingService } from './fill-booking.service.ts';
import { LiquidationFillsService } from './liquidation-fills.service.ts';
import { LiquidationReturnRepository } from './liquidation-return.repository.ts';
import { LiquidationRepository } from './liquidation.repository.ts';
import { LiquidationsController } from './liquidations.controller.ts';
import { LiquidationsService } from './liquidations.service.ts';
import { PlannedLiquidationsService } from './planned-liquidations.service.ts';
import { ScopeLossesService } from './scope-losses.service.ts';

@Module({
  imports: [EvaluationRouteModule, EvaluationModule, PoliciesModule, FundsModule],
  controllers: [LiquidationsController],
  providers: [
    LiquidationsService,
    LiquidationFillsService,
    FillBookingService,
    LiquidationRepository,
    LiquidationReturnRepository,
    PlannedLiquidationsService,
    ScopeLossesService,
  ],
})
export class LiquidationsModule {}
