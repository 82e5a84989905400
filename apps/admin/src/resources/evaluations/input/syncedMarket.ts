import {
  EMPTY_ASSET_MARKET,
  EMPTY_CONTRACT_MARKET,
  type AssetMarketDraft,
  type ContractMarketDraft,
  type Draft,
} from './draft.ts';

/**
 * The market rows that a draft needs, those it has first. A contract without a mark price gets its entry (or order)
 * price as a first one, an asset without a price gets 1 if it is the valuation asset itself; else nothing is guessed,
 * and what stands is never changed.
 */
export function syncedMarket(
  draft: Pick<Draft, 'collateral' | 'positions' | 'openOrders' | 'contracts' | 'assets'>,
  valuationAsset: string | null,
): { readonly contracts: readonly ContractMarketDraft[]; readonly assets: readonly AssetMarketDraft[] } {
  const contracts = new Map(draft.contracts.map((row) => [row.contract.trim(), row]));
  const price = (name: string, markPrice: string): void => {
    const contract = name.trim();
    const row = contracts.get(contract) ?? { ...EMPTY_CONTRACT_MARKET, contract };
    if (contract !== '') contracts.set(contract, row.markPrice === '' ? { ...row, markPrice } : row);
  };
  for (const { contract, entryPrice } of draft.positions) price(contract, entryPrice);
  for (const order of draft.openOrders) price(order.contract, order.price);
  const assets = new Map(draft.assets.map((row) => [row.asset.trim(), row]));
  for (const held of draft.collateral) {
    const asset = held.asset.trim();
    const row = assets.get(asset) ?? { ...EMPTY_ASSET_MARKET, asset };
    const first = asset === valuationAsset ? '1' : '';
    if (asset !== '') assets.set(asset, row.price === '' ? { ...row, price: first } : row);
  }
  return { contracts: [...contracts.values()], assets: [...assets.values()] };
}
