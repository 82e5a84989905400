import type { Haircut } from '../../margin/index.ts';
import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { explain } from './explain.ts';
import { OUTCOMES, outcomes } from './outcomes.ts';
import { schema } from './schema.ts';
import type { CollateralHaircutDocument } from './schema.ts';

/** How an asset counts as collateral: its weight, its price, and the weight of a debt in it. */
export const collateralHaircut = {
  id: 'collateral-haircut',
  title: 'Collateral haircut',
  subject: 'asset',
  schema,
  check,
  compile,
  explain,
  diff,
  rowKeys: { '/tiers': ['valueFloor'] },
  parameters,
  outcomes,
  outcomeNames: OUTCOMES,
} as const satisfies PolicyKind<'collateral-haircut', CollateralHaircutDocument, Haircut>;

export type { CollateralHaircutDocument } from './schema.ts';
