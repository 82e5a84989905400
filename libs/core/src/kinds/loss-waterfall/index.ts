import type { PolicyKind } from '../../policy/index.ts';
import type { WaterfallRules } from '../../waterfall/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { schema } from './schema.ts';
import type { LossWaterfallDocument } from './schema.ts';

/** Who bears a loss that an account cannot, in which order, and how much at most. */
export const lossWaterfall = {
  id: 'loss-waterfall',
  title: 'Loss waterfall',
  subject: 'contract',
  schema,
  check,
  compile,
  /** This kind gives no findings. */
  explain: () => null,
  diff,
  rowKeys: {
    '/layers': ['type'],
    '/layers/*/caps': ['asset'],
    '/layers/*/capacityMins': ['asset'],
    '/layers/*/exemptions': ['name'],
    '/conversions': ['from', 'to'],
    '/facts': ['name'],
    '/facts/*/fields': ['path'],
  },
  parameters,
} as const satisfies PolicyKind<'loss-waterfall', LossWaterfallDocument, WaterfallRules>;

export { CANDIDATE_FACTS, candidateCatalogue } from './candidate-catalogue.ts';
export type { LossWaterfallDocument } from './schema.ts';
