import type { Ladder } from '../../margin/index.ts';
import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff } from './diff.ts';
import { parameters } from './parameters.ts';
import { explain } from './explain.ts';
import { OUTCOMES, outcomes } from './outcomes.ts';
import { schema } from './schema.ts';
import type { MarginTiersDocument } from './schema.ts';

/** How initial and maintenance margin of a contract or group follow from notional, size or open interest. */
export const marginTiers = {
  id: 'margin-tiers',
  title: 'Margin tiers',
  subject: 'contract',
  schema,
  check,
  compile,
  explain,
  diff,
  rowKeys: { '/tiers': ['notionalFloor', 'sizeFloor'] },
  parameters,
  outcomes,
  outcomeNames: OUTCOMES,
  /** Its initial margin. */
  factsMoved: ['initialMargin'],
} as const satisfies PolicyKind<'margin-tiers', MarginTiersDocument, Ladder>;

export type { MarginTiersDocument } from './schema.ts';
