export { contractFromSymbol, KNOWN_QUOTES } from './contract-from-symbol.ts';
export type { ContractOfSymbol } from './contract-from-symbol.ts';
export { fromBinanceBrackets } from './from-binance-brackets.ts';
export { fromCcxtLeverageTiers } from './from-ccxt-leverage-tiers.ts';
export { fromSnapshot } from './from-snapshot.ts';
export type { LadderImport, LadderImportOptions, LadderNote, LadderProblem } from './ladder-import.ts';
