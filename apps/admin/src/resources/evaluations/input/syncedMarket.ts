import {
  EMPTY_ASSET_MARKET,
  EMPTY_CONTRACT_MARKET,
  type AssetMarketDraft,
  type ContractMarketDraft,
  type Draft,
} from './draft.ts';

/**
 * The market rows that a draft needs, those it has first and as they are. A contract that is new gets its entry price
 * as a first mark price, an asset that is new the price 1 if it is the valuation asset itself; else nothing is guessed.
 */
export function syncedMarket(
  draft: Pick<Draft, 'collateral' | 'positions' | 'openOrders' | 'contracts' | 'assets'>,
  valuationAsset: string | null,
): { readonly contracts: readonly ContractMarketDraft[]; readonly assets: readonly AssetMarketDraft[] } {
  const contracts = new Map(draft.contracts.map((row) => [row.contract.trim(), row]));
  for (const { contract, entryPrice } of draft.positions)
    add(contracts, contract, { ...EMPTY_CONTRACT_MARKET, contract: contract.trim(), markPrice: entryPrice });
  for (const { contract, price } of draft.openOrders)
    add(contracts, contract, { ...EMPTY_CONTRACT_MARKET, contract: contract.trim(), markPrice: price });
  const assets = new Map(draft.assets.map((row) => [row.asset.trim(), row]));
  for (const { asset } of draft.collateral) {
    add(assets, asset, {
      ...EMPTY_ASSET_MARKET,
      asset: asset.trim(),
      price: asset.trim() === valuationAsset ? '1' : '',
    });
  }
  return { contracts: [...contracts.values()], assets: [...assets.values()] };
}

function add<Row>(rows: Map<string, Row>, name: string, row: Row): void {
  const key = name.trim();
  if (key !== '' && !rows.has(key)) rows.set(key, row);
}
