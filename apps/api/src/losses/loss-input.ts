import { canonicalJson } from '@backstop/core/canonical';
import { formatDecimal } from '@backstop/core/num';
import { formatInstant } from '@backstop/core/venue';
import type { Candidate, FundState } from '@backstop/core/waterfall';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';

/**
 * The canonical text (RFC 8785) of all that a run of the waterfall reads beside its policy set: the event, what the ledger said,
 * and the candidates by id. Its SHA-256 is the input hash; the order in which candidates came changes nothing.
 */
export function lossInput(
  { event, at, candidates, notJudged, chargedBefore }: LossQuestion,
  facts: LedgerFacts,
): string {
  return canonicalJson({
    event: { ...event, at: formatInstant(at) },
    ledger: ledgerOf(facts),
    notJudged,
    chargedBefore,
    candidates: candidates.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(candidateRow),
  });
}

/** What the ledger said as canonical text: two that are alike decide alike. */
export function ledgerText(facts: LedgerFacts): string {
  return canonicalJson(ledgerOf(facts));
}

function ledgerOf({ fund, drawnInPeriod }: LedgerFacts) {
  const drawn = [...drawnInPeriod].map(([layer, amount]) => [layer, formatDecimal(amount)] as const);
  return {
    fund:
      fund === null
        ? null
        : {
            compartment: fund.compartment,
            balance: formatDecimal(fund.balance),
            drawnInPeriod: formatDecimal(fund.drawnInPeriod),
            drawnForAccount: formatDecimal(fund.drawnForAccount),
            isAdlOn: fund.isAdlOn,
            window: windowText(fund.window),
          },
    drawnInPeriod: Object.fromEntries(drawn),
  };
}

function windowText(window: FundState['window']): object | null {
  if (window === null) return null;
  return {
    balanceMax: formatDecimal(window.balanceMax),
    liquidationPnl: formatDecimal(window.liquidationPnl),
    takeoverPnl: formatDecimal(window.takeoverPnl),
  };
}

function candidateRow({ accountValue, notional, positivePnl, positions, ...rest }: Candidate): object {
  return {
    ...rest,
    accountValue: formatDecimal(accountValue),
    notional: formatDecimal(notional),
    positivePnl: formatDecimal(positivePnl),
    positions: positions.map((position) => ({
      scope: position.scope,
      size: formatDecimal(position.size),
      entryPrice: formatDecimal(position.entryPrice),
      accountValue: formatDecimal(position.accountValue),
      notional: formatDecimal(position.notional),
    })),
  };
}
