import type { PolicyResource } from '@backstop/contracts';
import type { Specification } from '../../providers/useSpecification.ts';

export interface LadderUnits {
  /** What borders and sizes are counted in; null where the contracts of the scope differ. */
  readonly settlementAsset: string | null;
  readonly base: string | null;
  /** Decimals of the settlement asset. */
  readonly precision: number;
}

/** Decimals that amounts are shown with where the asset is not known. */
const PRECISION_WHERE_UNKNOWN = 8;

/** The units of a ladder, from the contracts that its scope names. */
export function ladderUnits(scope: PolicyResource['scope'], specification: Specification | undefined): LadderUnits {
  const named = Array.isArray(scope.contracts) ? scope.contracts : [];
  const ofGroup = new Set(scope.groups ?? []);
  const rows = [...(specification?.contracts.values() ?? [])].filter(
    ({ contract, group }) => named.includes(contract) || ofGroup.has(group),
  );
  const settlementAsset = only(rows.map((row) => row.settlementAsset));
  const precision = settlementAsset === null ? undefined : specification?.assets.get(settlementAsset)?.precision;
  return { settlementAsset, base: only(rows.map((row) => row.base)), precision: precision ?? PRECISION_WHERE_UNKNOWN };
}

/** The one value that all of them are, or null. */
function only(values: readonly string[]): string | null {
  const [first, ...rest] = new Set(values);
  return first !== undefined && rest.length === 0 ? first : null;
}
