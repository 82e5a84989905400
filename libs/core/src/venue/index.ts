export { NO_HISTORY } from './account.ts';
export type {
  Account,
  AccountState,
  CollateralBalance,
  FactValue,
  MarginMode,
  OpenOrder,
  Position,
  PositionSide,
  Receivable,
  RecordedDay,
} from './account.ts';
export type { Asset } from './asset.ts';
export { LOT_WHERE_UNKNOWN, lotOf, TICK_WHERE_UNKNOWN } from './contract.ts';
export type { Contract } from './contract.ts';
export { formatDuration } from './duration.ts';
export { formatInstant, parseInstant } from './instant.ts';
export type { Instant } from './instant.ts';
export type { AssetMarket, ContractMarket, Market } from './market.ts';
export { withBalance } from './with-balance.ts';
