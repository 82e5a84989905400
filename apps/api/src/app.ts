import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { AuditKey } from './audit/audit-key.ts';
import type { AccessOptions } from './access/access-options.ts';
import type { Clock } from './clock/clock.ts';
import type { KnownRoute } from './http/known-routes.ts';
import type { Log } from './log/log.ts';

/** What the application is built on. */
export interface AppParts {
  readonly access: AccessOptions;
  readonly dataSource: DataSource;
  readonly log: Log;
  readonly clock: Clock;
  /** What audit checkpoints are signed with. */
  readonly auditKey: AuditKey;
}

export interface App {
  readonly nest: NestFastifyApplication;
  readonly server: FastifyInstance;
  readonly routes: readonly KnownRoute[];
}
