import type { LiquidationRules } from '../../liquidation/index.ts';
import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { schema } from './schema.ts';
import type { ForcedLiquidationDocument } from './schema.ts';

/** How accounts that the trigger liquidates are liquidated: order, sizes, limits, fees, collateral, and when it stops. */
export const forcedLiquidation = {
  id: 'forced-liquidation',
  title: 'Forced liquidation',
  subject: 'account',
  schema,
  check,
  compile,
  /** This kind gives no findings: a plan says why it ends. */
  explain: () => null,
  diff,
  rowKeys: {
    '/positionOrder': ['by'],
    '/conversion/sales': ['asset'],
    '/conversion/netLimits': ['asset'],
  },
  parameters,
} as const satisfies PolicyKind<'forced-liquidation', ForcedLiquidationDocument, LiquidationRules>;

export type { ForcedLiquidationDocument } from './schema.ts';
