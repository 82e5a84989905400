import type { PolicyEnvelope } from '../../../policy/index.ts';
import type { ContractOfSymbol } from './contract-from-symbol.ts';

/** A contract known from its symbol, and whether the venue still lists it. */
export interface ListedContract extends ContractOfSymbol {
  readonly listing: 'listed' | 'delisted';
}

/** Decimals of an asset whose own precision no source states: what exchanges keep balances in. */
const PRECISION_WHERE_UNKNOWN = 8;

/**
 * The `contract-specification` policy of contracts that are known only by their symbols: every base, quote and
 * settlement asset and each of `furtherAssets` at 8 decimals; tick, lot and limits are not known and stay null.
 * Rows are sorted by name, as the kind's schema sorts them.
 */
export function contractSpecificationOf(
  contracts: readonly ListedContract[],
  furtherAssets: readonly string[] = [],
): PolicyEnvelope {
  const named = contracts.flatMap(({ base, quote, settlementAsset }) => [base, quote, settlementAsset]);
  const assets = [...new Set([...furtherAssets, ...named])].sort();
  return {
    kind: 'contract-specification',
    key: 'default',
    title: 'Contracts and assets',
    scope: { contracts: '*' },
    document: {
      assets: assets.map((asset) => ({ asset, precision: PRECISION_WHERE_UNKNOWN })),
      contracts: contracts
        .toSorted((a, b) => (a.contract < b.contract ? -1 : 1))
        .map((contract) => ({ ...contract, positionSizeMax: null, openInterestMax: null })),
    },
  };
}
