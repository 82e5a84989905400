import type { PolicyKind } from '../../policy/index.ts';
import type { BalanceProtection } from '../../waterfall/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { schema } from './schema.ts';
import type { BalanceProtectionDocument } from './schema.ts';

/** Which accounts never owe more than what is in them. */
export const balanceProtection = {
  id: 'balance-protection',
  title: 'Balance protection',
  subject: 'venue',
  schema,
  check,
  compile,
  /** This kind gives no findings. */
  explain: () => null,
  diff,
  rowKeys: {},
  parameters,
} as const satisfies PolicyKind<'balance-protection', BalanceProtectionDocument, BalanceProtection>;

export type { BalanceProtectionDocument } from './schema.ts';
