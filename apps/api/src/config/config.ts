import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { AccessOptions } from '../access/access-options.ts';
import { logLevels, type LogLevel } from '../log/log.ts';
import { accessFaults, accessOf, accessVariables } from './access-variables.ts';

/** What the service reads from its environment, once. */
export interface Config {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  /** Null = the embedded server. */
  readonly databaseUrl: string | null;
  /** Absolute folder of the embedded server. */
  readonly dataDir: string;
  /** Absolute file of the key that audit checkpoints are signed with; made where there is none. */
  readonly auditKeyFile: string;
  readonly access: AccessOptions;
  readonly logLevel: LogLevel;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port from 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/, 'must be an address or a host name')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'must look like postgres://user:password@host:5432/database')
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  AUDIT_KEY_FILE: z.string().min(1).optional(),
  ...accessVariables,
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** The configuration that an environment states, or every fault in it; an empty variable counts as not set. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): ConfigResult {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  const faults = [...(parsed.error?.issues ?? []).map(fault), ...accessFaults(set)];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const { PORT, HOST, DATABASE_URL, DATA_DIR, AUDIT_KEY_FILE, LOG_LEVEL } = parsed.data;
  return {
    ok: true,
    config: {
      port: PORT,
      host: HOST,
      databaseUrl: DATABASE_URL ?? null,
      dataDir: resolve(DATA_DIR),
      auditKeyFile: resolve(AUDIT_KEY_FILE ?? join(DATA_DIR, 'audit-key.pem')),
      access: accessOf(parsed.data),
      logLevel: LOG_LEVEL,
    },
  };
}

function fault(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}
