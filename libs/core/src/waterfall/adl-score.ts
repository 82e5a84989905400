import { unrealizedPnl } from '../margin/index.ts';
import { divide, isNegative, isPositive, multiply, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Asset, Contract } from '../venue/index.ts';
import { SCORE_DECIMALS } from './allocation/participants.ts';
import type { Candidate, CandidatePosition } from './candidate.ts';
import { toUnits } from './units.ts';
import type { AdlScore } from './waterfall-rules.ts';

/** What scores are read from beside the position. */
export interface ScoreContext {
  readonly contract: Contract;
  /** > 0. */
  readonly markPrice: Decimal;
  /** Of the settlement asset. */
  readonly precision: number;
}

/** A position's score as whole numbers of 1e-8, floored once; without account value there is no leverage, and the score is 0. */
export function adlScore(score: AdlScore, context: ScoreContext, position: CandidatePosition): bigint {
  const { contract, markPrice, precision } = context;
  if (score === 'none') return 0n;
  if (score === 'largest-pnl') {
    const units = multiply(position.size, contract.multiplier);
    return scoreUnits(unrealizedPnl(contract, units, position.entryPrice, markPrice, precision));
  }
  if (!isPositive(position.accountValue)) return 0n;
  const { numerator, denominator } = scorePerLeverage(score, context, position);
  const exact = [multiply(numerator, position.notional), multiply(denominator, position.accountValue)] as const;
  return scoreUnits(divide(...exact, SCORE_DECIMALS, 'floor'));
}

/** What leverage is multiplied with, as a quotient; the denominator is above zero. */
export function scorePerLeverage(
  score: 'pnl-leverage' | 'entry-leverage',
  { contract, markPrice }: ScoreContext,
  { size, entryPrice }: CandidatePosition,
): { readonly numerator: Decimal; readonly denominator: Decimal } {
  const isShort = isNegative(size);
  if (score === 'entry-leverage') {
    return isShort
      ? { numerator: entryPrice, denominator: markPrice }
      : { numerator: markPrice, denominator: entryPrice };
  }
  const gain = isShort ? subtract(entryPrice, markPrice) : subtract(markPrice, entryPrice);
  // s·(mark/entry − 1); inverse s·(1 − entry/mark).
  return { numerator: gain, denominator: contract.type === 'linear' ? entryPrice : markPrice };
}

/** The highest score among the positions of a candidate; 0 without any. */
export function candidateScore(score: AdlScore, context: ScoreContext, { positions }: Candidate): bigint {
  const scores = positions.map((position) => adlScore(score, context, position));
  return scores.reduce((highest, each) => (each > highest ? each : highest), scores[0] ?? 0n);
}

/** Notional ÷ account value of a candidate as whole numbers of 1e-8, floored; 0 without account value. */
export function candidateLeverage({ notional, accountValue }: Candidate): bigint {
  if (!isPositive(accountValue)) return 0n;
  return scoreUnits(divide(notional, accountValue, SCORE_DECIMALS, 'floor'));
}

/** The mark and the contract of an event, with the precision that pnl is floored at. */
export function scoreContext(
  event: { readonly contract: Contract; readonly markPrice: Decimal },
  settlement: Asset,
): ScoreContext {
  return { contract: event.contract, markPrice: event.markPrice, precision: settlement.precision };
}

function scoreUnits(value: Decimal): bigint {
  return toUnits(value, SCORE_DECIMALS, 'floor');
}
