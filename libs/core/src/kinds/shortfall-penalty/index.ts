import type { ShortfallPenaltyRules } from '../../penalty/index.ts';
import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { schema } from './schema.ts';
import type { ShortfallPenaltyDocument } from './schema.ts';

/** What falling short of margin costs by the day, and what it costs where it goes on. */
export const shortfallPenalty = {
  id: 'shortfall-penalty',
  title: 'Shortfall penalty',
  subject: 'account',
  schema,
  check,
  compile,
  /** This kind gives no findings. */
  explain: () => null,
  diff,
  rowKeys: { '/grades': ['shortfallBelow', 'shareBelow'] },
  parameters,
} as const satisfies PolicyKind<'shortfall-penalty', ShortfallPenaltyDocument, ShortfallPenaltyRules>;

export type { ShortfallPenaltyDocument } from './schema.ts';
