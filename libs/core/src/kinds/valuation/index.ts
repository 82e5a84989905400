import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import type { Valuation } from './compile.ts';
import { diff } from './diff.ts';
import { schema } from './schema.ts';
import type { ValuationDocument } from './schema.ts';

/** What the venue counts in, how collateral is pooled, and which of an account's tags speaks. */
export const valuation = {
  id: 'valuation',
  title: 'Valuation',
  subject: 'venue',
  schema,
  check,
  compile,
  /** This kind gives no findings. */
  explain: () => null,
  diff,
  rowKeys: {},
  parameters: ['/valuationAsset', '/collateralMode', '/tags'],
  scopeNames: ({ tags }) => ({ groups: new Map(), assets: [], tags }),
} as const satisfies PolicyKind<'valuation', ValuationDocument, Valuation>;

export type { Valuation } from './compile.ts';
export type { ValuationDocument } from './schema.ts';
