import { Module, type DynamicModule, Global } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { FastifyInstance } from 'fastify';
import { addGuard } from './access/guard.ts';
import type { App, AppParts } from './app.ts';
import { AUDIT_KEY } from './audit/audit-key.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CLOCK } from './clock/clock.ts';
import { serveConsole } from './console/serve-console.ts';
import { EvaluationModule } from './evaluation/evaluation.module.ts';
import { addParsers } from './http/add-parsers.ts';
import { addBodyDeadline } from './http/body-deadline.ts';
import { fastifyOptions } from './http/fastify-options.ts';
import { watchRoutes } from './http/known-routes.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { addServerHooks } from './http/server-hooks.ts';
import { LOG } from './log/log.ts';
import { nestLog } from './log/nest-log.ts';
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
  addGuard(server, access);
  addParsers(server);
  addBodyDeadline(server);
  const module = AppModule.on({ dataSource, log, clock, auditKey });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class, and takes any object
  const nest = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  nest.useGlobalFilters(new ProblemFilter(log, routes));
  await serveConsole(server, log);
  await nest.init();
  await nest.get(TimelineService).start();
  await nest.get(ReadinessService).warmUp();
  return { nest, server, routes };
}

@Global()
@Module({})
class AppModule {
  static on({ dataSource, log, clock, auditKey }: Omit<AppParts, 'access'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres' }),
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
        PoliciesModule,
        EvaluationModule,
        AuditModule,
        OperationsModule,
      ],
      providers: [
        { provide: LOG, useValue: log },
        { provide: CLOCK, useValue: clock },
        { provide: AUDIT_KEY, useValue: auditKey },
        IdempotencyRepository,
        UnitOfWork,
      ],
      exports: [LOG, CLOCK, AUDIT_KEY, UnitOfWork],
    };
  }
}
