/**
 * An account and its market while they are typed: every field a text, empty where nothing is said. What a form has no
 * field for (facts, state, what a later API knows) travels along in `rest`, so that nothing pasted is ever lost.
 */
export interface Draft {
  readonly id: string;
  readonly ownerId: string;
  /** Separated by commas. */
  readonly tags: string;
  readonly collateral: readonly CollateralDraft[];
  readonly positions: readonly PositionDraft[];
  readonly openOrders: readonly OrderDraft[];
  readonly asOf: string;
  readonly contracts: readonly ContractMarketDraft[];
  readonly assets: readonly AssetMarketDraft[];
  readonly rest: { readonly account: Fields; readonly market: Fields };
}

export type Fields = Readonly<Record<string, unknown>>;

interface Row {
  readonly rest: Fields;
}

export interface CollateralDraft extends Row {
  readonly asset: string;
  readonly balance: string;
}

export interface PositionDraft extends Row {
  readonly contract: string;
  readonly side: string;
  readonly size: string;
  readonly entryPrice: string;
  readonly leverage: string;
  readonly margin: string;
  readonly isolatedMargin: string;
  readonly pendingFunding: string;
}

export interface OrderDraft extends Row {
  readonly contract: string;
  readonly side: string;
  readonly size: string;
  readonly price: string;
  readonly reduceOnly: boolean;
  readonly margin: string;
}

export interface ContractMarketDraft extends Row {
  readonly contract: string;
  readonly markPrice: string;
  readonly indexPrice: string;
  readonly openInterest: string;
}

export interface AssetMarketDraft extends Row {
  readonly asset: string;
  readonly price: string;
}

export const EMPTY_COLLATERAL: CollateralDraft = { asset: '', balance: '', rest: {} };
export const EMPTY_ORDER: OrderDraft = {
  contract: '',
  side: 'buy',
  size: '',
  price: '',
  reduceOnly: false,
  margin: 'cross',
  rest: {},
};
export const EMPTY_CONTRACT_MARKET: ContractMarketDraft = {
  contract: '',
  markPrice: '',
  indexPrice: '',
  openInterest: '',
  rest: {},
};
export const EMPTY_ASSET_MARKET: AssetMarketDraft = { asset: '', price: '', rest: {} };
export const EMPTY_POSITION: PositionDraft = {
  contract: '',
  side: 'net',
  size: '',
  entryPrice: '',
  leverage: '',
  margin: 'cross',
  isolatedMargin: '',
  pendingFunding: '',
  rest: {},
};
