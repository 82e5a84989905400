import { toCandidate, type CandidateRequest, type LossEventRequest } from '@backstop/contracts';
import { InvariantError } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { parseInstant } from '@backstop/core/venue';
import type { LayerType } from '@backstop/core/waterfall';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';

/** The canonical text of what a run read, read back: the question, and what the ledger said. */
interface LossInput {
  readonly event: LossEventRequest & { readonly at: string };
  readonly ledger: {
    readonly fund:
      | (Readonly<Record<'compartment' | 'balance' | 'drawnInPeriod' | 'drawnForAccount', string>> & {
          readonly isAdlOn: boolean;
          readonly window: Readonly<Record<'balanceMax' | 'liquidationPnl' | 'takeoverPnl', string>> | null;
        })
      | null;
    readonly drawnInPeriod: Readonly<Record<string, string>>;
  };
  readonly notJudged: number;
  readonly chargedBefore: number;
  readonly candidates: readonly (Omit<CandidateRequest, 'ownerId'> & { readonly ownerId: string | null })[];
}

/** What `lossInput` wrote. The candidates stand in the order of their ids, which changes nothing. */
export function lossOfInput(text: string): { readonly question: LossQuestion; readonly facts: LedgerFacts } {
  const { event, ledger, notJudged, chargedBefore, candidates } = JSON.parse(text) as LossInput;
  const at = parseInstant(event.at);
  if (at === null) throw new InvariantError('the input of a loss has no instant');
  const { fund, drawnInPeriod } = ledger;
  return {
    question: {
      ...{ event, at, notJudged, chargedBefore },
      candidates: candidates.map(({ ownerId, ...rest }) => toCandidate(ownerId === null ? rest : { ...rest, ownerId })),
    },
    facts: {
      fund:
        fund === null
          ? null
          : {
              compartment: fund.compartment,
              balance: decimalOf(fund.balance),
              drawnInPeriod: decimalOf(fund.drawnInPeriod),
              drawnForAccount: decimalOf(fund.drawnForAccount),
              isAdlOn: fund.isAdlOn,
              window:
                fund.window === null
                  ? null
                  : {
                      balanceMax: decimalOf(fund.window.balanceMax),
                      liquidationPnl: decimalOf(fund.window.liquidationPnl),
                      takeoverPnl: decimalOf(fund.window.takeoverPnl),
                    },
            },
      drawnInPeriod: new Map(
        Object.entries(drawnInPeriod).map(([layer, amount]) => [layer as LayerType, decimalOf(amount)]),
      ),
    },
  };
}
