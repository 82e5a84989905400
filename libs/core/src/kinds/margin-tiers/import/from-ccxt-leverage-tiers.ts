import { pointerToken } from '../../../policy/index.ts';
import { importLadders } from './import-ladders.ts';
import { fieldOf, objectEntries } from './json-object.ts';
import type { LadderImport, LadderImportOptions, LadderProblem } from './ladder-import.ts';
import type { SourceFigure, SourceLadder, SourceTier } from './source-ladder.ts';
import { sourceRefused } from './source-refused.ts';
import { contractName, unifiedSymbol } from './unified-symbol.ts';

/** Where venues that deduct state it in the raw answer that ccxt passes on: Binance `cum`, Bybit `mmDeduction`. */
const DEDUCTION_FIELDS = ['cum', 'mmDeduction'];

/**
 * The ladders of ccxt's unified form (`fetchLeverageTiers`): `{ "BTC/USDT:USDT": [{ tier, symbol, currency, minNotional,
 * maxNotional, maintenanceMarginRate, maxLeverage, info }] }`. The unified form has no deduction: it is taken from the
 * venue's own `info` where one stands there. Contracts are named by `contractName`.
 * Source: ccxt manual, "Leverage Tiers Structure".
 */
export function fromCcxtLeverageTiers(input: unknown, options?: LadderImportOptions): LadderImport {
  const symbols = objectEntries(input);
  if (symbols === null) {
    return sourceRefused('', 'ccxt states leverage tiers as an object by symbol', '{ "BTC/USDT:USDT": […] }');
  }
  const refused: LadderProblem[] = [];
  const ladders: SourceLadder[] = [];
  for (const [symbol, rows] of symbols) {
    const path = `/${pointerToken(symbol)}`;
    const read = unifiedSymbol(symbol);
    if (read === null) refused.push(symbolRefused(symbol, path));
    else ladders.push(unifiedLadder(contractName(read), rows, path));
  }
  const imported = importLadders(ladders, options);
  return { ...imported, problems: [...refused, ...imported.problems] };
}

function unifiedLadder(contract: string, rows: unknown, path: string): SourceLadder {
  const tiers = Array.isArray(rows)
    ? rows.map((row: unknown, index) => unifiedTier(row, `${path}/${String(index)}`))
    : null;
  return { contract, path, tiers };
}

function unifiedTier(row: unknown, path: string): SourceTier {
  const figure = (field: string): SourceFigure => ({ value: fieldOf(row, field), path: `${path}/${field}` });
  const info = fieldOf(row, 'info');
  const deduction = DEDUCTION_FIELDS.find((field) => fieldOf(info, field) !== undefined) ?? 'cum';
  return {
    notionalFloor: figure('minNotional'),
    notionalCap: figure('maxNotional'),
    maintenanceMarginRate: figure('maintenanceMarginRate'),
    maintenanceDeduction: { value: fieldOf(info, deduction), path: `${path}/info/${deduction}` },
    leverageMax: figure('maxLeverage'),
  };
}

function symbolRefused(symbol: string, path: string): LadderProblem {
  return {
    contract: symbol,
    tier: null,
    code: 'symbol_not_a_contract',
    path,
    message: `\`${symbol}\` is not the unified symbol of a perpetual or future`,
    suggestion: 'BASE/QUOTE:SETTLE, with -YYMMDD where it expires',
  };
}
