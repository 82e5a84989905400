import { decimal, divide, isPositive, multiply, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { lotOf } from '../venue/index.ts';
import { adlQueue, wholeLots } from './adl-queue.ts';
import type { AdlEntry, AdlQuestion } from './adl-queue.ts';
import { scorePerLeverage } from './adl-score.ts';
import { SCORE_DECIMALS } from './allocation/participants.ts';
import { idOrderOf } from './allocation/id-order.ts';
import { adlStandings } from './adl-standing.ts';
import type { AdlStanding } from './adl-standing.ts';

/** What a trader may ask about one of its positions before anybody goes under. */
export interface AdlWhatIf {
  readonly standing: AdlStanding;
  /** > 0, in contracts: an open position of this size is the smallest that touches it. */
  readonly touchedFromSize: Decimal;
  /**
   * The largest leverage, to 1e-8, at which the open position of the question would not touch it, all else alike: its scope
   * would have this notional ÷ account value. Null where no leverage spares it, or none has to.
   */
  readonly outAtLeverage: Decimal | null;
}

/** The answers for each position of a candidate in the queue; none for one that is not in it. */
export function adlWhatIf(question: AdlQuestion, id: string): AdlWhatIf[] {
  const { layer, event, openPosition } = question;
  const { entries } = adlQueue(question);
  const lot = lotOf(event.contract);
  const asked = wholeLots(multiply(openPosition.size, layer.roundShareMax), lot);
  return adlStandings(question).flatMap((standing, at) => {
    const entry = entries[at];
    if (standing.id !== id || entry === undefined) return [];
    return [
      {
        standing,
        touchedFromSize: multiply(decimal(standing.lotsBefore + 1n), lot),
        outAtLeverage: standing.lotsBefore >= asked ? null : outAt(question, entries, entry, asked),
      },
    ];
  });
}

/**
 * Whoever stands after the entry that the last lot is placed with is out. Its score is floor(1e8 · a · leverage), so that a score
 * of at most S is a leverage below (S + 1) ÷ (1e8 · a).
 */
function outAt(
  { layer, context }: AdlQuestion,
  entries: readonly AdlEntry[],
  entry: AdlEntry,
  asked: bigint,
): Decimal | null {
  if (layer.score !== 'pnl-leverage' && layer.score !== 'entry-leverage') return null;
  const last = lastPlaced(
    entries.filter((other) => other !== entry),
    asked,
  );
  if (last === null) return null;
  const most = standsBefore(last, entry) ? last.score : last.score - 1n;
  const { numerator, denominator } = scorePerLeverage(layer.score, context, entry.position);
  const bound = multiply(decimal(most + 1n, SCORE_DECIMALS), denominator);
  const leverage = subtract(divide(bound, numerator, SCORE_DECIMALS, 'ceil'), decimal(1n, SCORE_DECIMALS));
  return isPositive(leverage) ? leverage : null;
}

/** The entry that the last of so many lots falls to; null where there are fewer. */
function lastPlaced(entries: readonly AdlEntry[], asked: bigint): AdlEntry | null {
  let placed = 0n;
  for (const entry of entries) {
    placed += entry.lotsMax;
    if (placed >= asked) return entry;
  }
  return null;
}

/** Among equal scores. */
function standsBefore(a: AdlEntry, b: AdlEntry): boolean {
  const byId = idOrderOf([a.candidate.id, b.candidate.id, a.position.scope, b.position.scope]);
  return (byId(a.candidate.id, b.candidate.id) || byId(a.position.scope, b.position.scope)) < 0;
}
