import { pointerOf } from '@backstop/core/policy';
import type { Parsed, Problem } from '@backstop/core/problem';
import { parseInstant, type AssetMarket, type ContractMarket, type Instant, type Market } from '@backstop/core/venue';
import type { MarketRequest } from './market-request.ts';
import { exact, exactOrNull } from './to-account.ts';

/** The market that a well-shaped request states, or every problem that its shape could not show. */
export function toMarket(request: MarketRequest): Parsed<Market> {
  const problems: Problem[] = [];
  // Nearly every price is of the market's own instant: reading that text once saves most of the time spent here.
  let read: { readonly text: string; readonly at: Instant | null } = { text: '', at: null };
  const instant = (text: string, ...path: string[]): Instant => {
    if (text !== read.text) read = { text, at: parseInstant(text) };
    const at = read.at;
    if (at !== null) return at;
    problems.push({ code: 'instant_must_exist', path: pointerOf(path), message: `there is no instant \`${text}\`` });
    return 0;
  };
  const asOf = instant(request.asOf, 'asOf');
  // Objects that inherit nothing: a contract named `constructor` must not be found by accident.
  const contracts = Object.create(null) as Record<string, ContractMarket>;
  for (const name of Object.keys(request.contracts)) {
    const row = request.contracts[name];
    if (row === undefined) continue;
    contracts[name] = {
      markPrice: exact(row.markPrice),
      priceAt: row.priceAt === undefined ? null : instant(row.priceAt, 'contracts', name, 'priceAt'),
      indexPrice: exactOrNull(row.indexPrice),
      lastGoodMarkPrice: exactOrNull(row.lastGoodMarkPrice),
      fundingRate: exactOrNull(row.fundingRate),
      openInterest: exactOrNull(row.openInterest),
      volatility: exactOrNull(row.volatility),
      depth: exactOrNull(row.depth),
      initialMarginMultiplier: exactOrNull(row.initialMarginMultiplier),
      maintenanceMarginMultiplier: exactOrNull(row.maintenanceMarginMultiplier),
    };
  }
  const assets = Object.create(null) as Record<string, AssetMarket>;
  for (const [name, row] of Object.entries(request.assets ?? {})) {
    assets[name] = {
      price: exactOrNull(row.price),
      priceAt: row.priceAt === undefined ? null : instant(row.priceAt, 'assets', name, 'priceAt'),
      redemptionPrice: exactOrNull(row.redemptionPrice),
      totalDeposits: exactOrNull(row.totalDeposits),
    };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { asOf, contracts, assets } };
}
