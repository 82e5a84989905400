import { absolute, formatDecimal, greaterThan, multiply, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import type { CompiledTrigger } from '../kinds/liquidation-trigger/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { ContractMarket, Market } from '../venue/index.ts';

/**
 * Why a contract's mark price must not be judged by, or null where it may: missing, older than the trigger allows, or
 * outside the band of the index or of the last good mark. A price without its own instant is as old as the market row;
 * a reference that is not given bounds nothing.
 */
export function markProblem(
  trigger: CompiledTrigger,
  contract: string,
  market: Market,
  row: ContractMarket | undefined,
): Finding | null {
  const finding = (code: string, observed: string | null, limit: string | null): Finding => ({
    code,
    contract,
    asset: null,
    values: { observed, limit },
  });
  const mark = row?.markPrice ?? null;
  if (row === undefined || mark === null) return finding('mark_price_missing', null, null);
  const { markAgeMaxMilliseconds, markBand } = trigger;
  if (markAgeMaxMilliseconds !== null && row.priceAt !== null && market.asOf - row.priceAt > markAgeMaxMilliseconds) {
    const oldest = formatInstant(market.asOf - markAgeMaxMilliseconds);
    return finding('mark_price_stale', formatInstant(row.priceAt), oldest);
  }
  if (markBand === null) return null;
  const { indexDeviationMax, lastGoodDeviationMax } = markBand;
  if (isOutside(mark, row.indexPrice, indexDeviationMax)) {
    return finding('mark_price_outside_index_band', formatDecimal(mark), bandText(row.indexPrice, indexDeviationMax));
  }
  if (isOutside(mark, row.lastGoodMarkPrice, lastGoodDeviationMax)) {
    const band = bandText(row.lastGoodMarkPrice, lastGoodDeviationMax);
    return finding('mark_price_outside_last_good_band', formatDecimal(mark), band);
  }
  return null;
}

/** |mark − reference| > deviation · reference. */
function isOutside(mark: Decimal, reference: Decimal | null, deviationMax: Decimal | null): boolean {
  if (reference === null || deviationMax === null) return false;
  return greaterThan(absolute(subtract(mark, reference)), multiply(deviationMax, reference));
}

function bandText(reference: Decimal | null, deviationMax: Decimal | null): string | null {
  if (reference === null || deviationMax === null) return null;
  return `${formatDecimal(reference)} ± ${formatDecimal(multiply(deviationMax, reference))}`;
}
