import type { Parsed, Problem } from '../../../problem/index.ts';
import type { Instant } from '../../../venue/index.ts';
import { parseInstant } from '../../../venue/index.ts';
import { contractFromSymbol } from './contract-from-symbol.ts';
import type { ContractOfSymbol } from './contract-from-symbol.ts';
import { fieldOf } from './json-object.ts';

/** One line of a history of ladders: from its day on, the contract has this ladder, or none. */
export interface HistoryLine {
  /** 00:00 UTC of the day on which it was first seen. */
  readonly at: Instant;
  readonly contract: ContractOfSymbol;
  /** The rows as the source has them; null = delisted. */
  readonly tiers: unknown;
}

/** Reads `{ seenOn: "2022-02-12", instrument: "BTCUSDT", tiers: [...] | null }`; the rows are not judged yet. */
export function historyLine(input: unknown): Parsed<HistoryLine> {
  const seenOn = fieldOf(input, 'seenOn');
  const instrument = fieldOf(input, 'instrument');
  const tiers = fieldOf(input, 'tiers');
  const at = typeof seenOn === 'string' ? parseInstant(`${seenOn}T00:00:00Z`) : null;
  const contract = typeof instrument === 'string' ? contractFromSymbol(instrument) : null;
  const problems: Problem[] = [];
  if (at === null) problems.push(missing('day_not_a_date', 'seenOn', 'a day such as "2022-02-12"'));
  if (contract === null) problems.push(missing('instrument_missing', 'instrument', 'a symbol such as "BTCUSDT"'));
  else if (!contract.ok) problems.push(...contract.problems.map((problem) => ({ ...problem, path: '/instrument' })));
  if (tiers === undefined)
    problems.push(missing('tiers_missing', 'tiers', 'a list of tiers, or null where the contract is delisted'));
  if (at === null || contract?.ok !== true || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { at, contract: contract.value, tiers } };
}

function missing(code: string, field: string, suggestion: string): Problem {
  return { code, path: `/${field}`, message: `a line of the history states \`${field}\` in its own form`, suggestion };
}
