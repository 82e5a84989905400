import { importLadders } from './import-ladders.ts';
import { fieldOf } from './json-object.ts';
import type { LadderImport, LadderImportOptions, LadderNote } from './ladder-import.ts';
import type { SourceLadder, SourceTier } from './source-ladder.ts';
import { sourceRefused } from './source-refused.ts';

/**
 * The ladders of Binance's bracket form, the answer of `GET /fapi/v1/leverageBracket` for all symbols or for one:
 * `[{ symbol, notionalCoef?, brackets: [{ bracket, initialLeverage, notionalCap, notionalFloor, maintMarginRatio, cum }] }]`.
 * Contracts have the venue's symbols. Source: developers.binance.com, USDⓈ-M futures, Notional and Leverage Brackets.
 */
export function fromBinanceBrackets(input: unknown, options?: LadderImportOptions): LadderImport {
  if (Array.isArray(input)) {
    return importLadders(
      input.map((entry: unknown, index) => bracketLadder(entry, `/${String(index)}`)),
      options,
    );
  }
  if (fieldOf(input, 'brackets') !== undefined) return importLadders([bracketLadder(input, '')], options);
  return sourceRefused('', 'Binance states brackets as a list by symbol', '[{ "symbol": …, "brackets": […] }]');
}

function bracketLadder(entry: unknown, path: string): SourceLadder {
  const symbol = fieldOf(entry, 'symbol');
  const contract = typeof symbol === 'string' ? symbol : '';
  const brackets = fieldOf(entry, 'brackets');
  const tiers = Array.isArray(brackets)
    ? brackets.map((bracket: unknown, index) => bracketTier(bracket, `${path}/brackets/${String(index)}`))
    : null;
  return { contract, path: `${path}/brackets`, tiers, notes: multiplierNotes(contract, entry, path) };
}

function bracketTier(bracket: unknown, path: string): SourceTier {
  const figure = (field: string) => ({ value: fieldOf(bracket, field), path: `${path}/${field}` });
  return {
    notionalFloor: figure('notionalFloor'),
    notionalCap: figure('notionalCap'),
    maintenanceMarginRate: figure('maintMarginRatio'),
    maintenanceDeduction: figure('cum'),
    leverageMax: figure('initialLeverage'),
  };
}

/** Binance states `notionalCoef` only where it has adjusted the brackets of the asking user. */
function multiplierNotes(contract: string, entry: unknown, path: string): LadderNote[] {
  const multiplier = fieldOf(entry, 'notionalCoef');
  if (multiplier === undefined) return [];
  const message = `\`notionalCoef\` is stated: these are the brackets of one user, not the venue's`;
  return [{ contract, tier: null, code: 'brackets_of_one_user', path: `${path}/notionalCoef`, message }];
}
