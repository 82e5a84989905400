import { scopeCatalogue } from '../../rules/index.ts';
import type { CatalogueFact, FactCatalogue, FactDeclaration } from '../../rules/index.ts';
import type { Candidate } from '../../waterfall/index.ts';
import { isPositive } from '../../num/index.ts';
import type { ScopeFacts } from '../../rules/index.ts';
import type { Instant } from '../../venue/index.ts';

/** The facts of the core that are known of a candidate; of its margins nothing is. */
export const CANDIDATE_FACTS: ReadonlySet<string> = new Set([
  'accountValue',
  'notional',
  'unrealizedPnl',
  'leverage',
  'positionCount',
  'tags',
  'hedged',
]);

/** Both sides of the contract at once: a fact that the waterfall itself reads off the positions. */
const HEDGED: CatalogueFact = {
  name: 'hedged',
  type: 'boolean',
  unit: 'none',
  minimum: null,
  maximum: null,
  values: null,
  numerator: null,
  denominator: null,
  fields: null,
  ageMaxSeconds: null,
  within: null,
  meaning: 'Whether the account holds both sides of the contract.',
  source: 'computed from the positions of the candidate',
  origin: 'venue',
};

/** What exemptions may ask about: facts of the core, `hedged`, and those that the document declares. */
export function candidateCatalogue(declared: readonly FactDeclaration[]): FactCatalogue {
  return new Map(scopeCatalogue(declared)).set(HEDGED.name, HEDGED);
}

/** The same with `hedged` as a name that is taken. */
export function takenNames(declared: readonly FactDeclaration[]): FactCatalogue {
  return new Map(scopeCatalogue(declared)).set(HEDGED.name, { ...HEDGED, origin: 'core' });
}

/** A candidate as conditions see it; what is not known of it is null. */
export function candidateFacts(candidate: Candidate, at: Instant): ScopeFacts {
  const { accountValue, notional, positivePnl, tags, positions, facts } = candidate;
  return {
    at,
    equity: null,
    accountValue,
    initialMargin: null,
    maintenanceMargin: null,
    notional,
    unrealizedPnl: positivePnl,
    withdrawable: null,
    positionCount: positions.length,
    scope: 'cross',
    asset: '',
    contract: null,
    tags,
    venue: { ...facts, [HEDGED.name]: isHedged(candidate) },
  };
}

function isHedged({ positions }: Candidate): boolean {
  const longs = positions.filter(({ size }) => isPositive(size)).length;
  return longs > 0 && longs < positions.length;
}
