import type { PolicyKind } from '../../policy/index.ts';
import { analyze } from './analyze.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import type { CompiledTrigger } from './compiled-trigger.ts';
import { diff, parameters } from './diff.ts';
import { explain } from './explain.ts';
import { factsRead } from './facts-read.ts';
import { rulesOf } from './rules-of.ts';
import { schema } from './schema.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** When a scope is in which zone, and what is to be done there: ordered rules, the first that is not false decides. */
export const liquidationTrigger = {
  id: 'liquidation-trigger',
  title: 'Liquidation trigger',
  subject: 'account',
  schema,
  check,
  compile,
  explain,
  diff,
  rowKeys: {
    '/rules': ['name'],
    '/rules/*/event/params/actions': ['type'],
    '/exits': ['zone'],
    '/facts': ['name'],
    '/facts/*/fields': ['path'],
    '/holds': ['contract', 'from'],
    '/cases': ['name'],
  },
  parameters,
  factsRead,
  analyze,
  rulesOf,
} as const satisfies PolicyKind<'liquidation-trigger', LiquidationTriggerDocument, CompiledTrigger>;

export { areLiquidating } from './bound-rules.ts';
export { ACTIONS_WHERE_UNKNOWN } from './bound-trigger.ts';
export { coverageOf, judgeCases, traceCase } from './judge-cases.ts';
export type { CaseCoverage, JudgedCase } from './judge-cases.ts';
export type { CompiledTrigger, Hold, MarkBand, TriedRule, TriggerAction, ZoneJudgement } from './compiled-trigger.ts';
export { proveCloseOut } from './prove-close-out.ts';
export type { LiquidationTriggerDocument } from './schema.ts';
