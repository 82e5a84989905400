import type { PolicyKind } from '../../policy/index.ts';
import type { FundRules } from '../../waterfall/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { schema } from './schema.ts';
import type { InsuranceFundDocument } from './schema.ts';

/** What pays where an account cannot, how much of it, and when deleveraging opens. */
export const insuranceFund = {
  id: 'insurance-fund',
  title: 'Insurance fund',
  subject: 'fund',
  schema,
  check,
  compile,
  /** This kind gives no findings. */
  explain: () => null,
  diff,
  rowKeys: { '/compartments': ['name'] },
  parameters,
} as const satisfies PolicyKind<'insurance-fund', InsuranceFundDocument, FundRules>;

export type { InsuranceFundDocument } from './schema.ts';
