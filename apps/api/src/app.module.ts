import { Module, type DynamicModule, Global } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { FastifyInstance } from 'fastify';
import { ACCESS } from './access/access-options.ts';
import { AccessModule } from './access/access.module.ts';
import { addGuard } from './access/guard.ts';
import { addRateLimits } from './access/rate-limits.ts';
import { VerifierService } from './access/verifier.service.ts';
import type { App, AppParts } from './app.ts';
import { AUDIT_KEY } from './audit/audit-key.ts';
import { AuditModule } from './audit/audit.module.ts';
import { ChangesModule } from './changes/changes.module.ts';
import { CLOCK } from './clock/clock.ts';
import { serveConsole } from './console/serve-console.ts';
import { DecisionsModule } from './decisions/decisions.module.ts';
import { EvaluationRouteModule } from './evaluation/evaluation-route.module.ts';
import { EvaluationModule } from './evaluation/evaluation.module.ts';
import { FundsModule } from './funds/funds.module.ts';
import { addParsers } from './http/add-parsers.ts';
import { addBodyDeadline } from './http/body-deadline.ts';
import { fastifyOptions } from './http/fastify-options.ts';
import { watchRoutes } from './http/known-routes.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { addServerHooks } from './http/server-hooks.ts';
import { LiquidationsModule } from './liquidations/liquidations.module.ts';
import { LossesModule } from './losses/losses.module.ts';
import { LOG } from './log/log.ts';
import { nestLog } from './log/nest-log.ts';
import { MonitorModule } from './monitor/monitor.module.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { ReadinessService } from './operations/readiness.service.ts';
import { IdempotencyRepository } from './persistence/idempotency.repository.ts';
import { UnitOfWork } from './persistence/unit-of-work.ts';
import { PoliciesModule } from './policies/policies.module.ts';
import { TimelineService } from './policies/timeline.service.ts';

/** Builds the application, with its policy timeline read; it listens once its caller says so. */
export async function createApp({ access, dataSource, log, clock, auditKey }: AppParts): Promise<App> {
  const adapter = new FastifyAdapter(fastifyOptions(log));
  const server = adapter.getInstance<FastifyInstance>();
  const routes = watchRoutes(server);
  addServerHooks(server, log);
  addParsers(server);
  addBodyDeadline(server);
  const module = AppModule.on({ access, dataSource, log, clock, auditKey });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class, and takes any object
  const nest = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  nest.useGlobalFilters(new ProblemFilter(log, routes));
  addGuard(server, access, nest.get(VerifierService));
  await addRateLimits(server);
  await serveConsole(server, log);
  await nest.init();
  await nest.get(TimelineService).start();
  await nest.get(ReadinessService).warmUp();
  return { nest, server, routes };
}

@Global()
@Module({})
class AppModule {
  static on({ access, dataSource, log, clock, auditKey }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres' }),
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
        AccessModule,
        PoliciesModule,
        EvaluationModule,
        EvaluationRouteModule,
        DecisionsModule,
        ChangesModule,
        MonitorModule,
        FundsModule,
        LossesModule,
        LiquidationsModule,
        AuditModule,
        OperationsModule,
      ],
      providers: [
        { provide: ACCESS, useValue: access },
        { provide: LOG, useValue: log },
        { provide: CLOCK, useValue: clock },
        { provide: AUDIT_KEY, useValue: auditKey },
        IdempotencyRepository,
        UnitOfWork,
      ],
      exports: [ACCESS, LOG, CLOCK, AUDIT_KEY, UnitOfWork],
    };
  }
}
