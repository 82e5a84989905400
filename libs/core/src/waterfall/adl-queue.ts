import {
  absolute,
  coefficientOf,
  divide,
  isNegative,
  isPositive,
  isZero,
  minimum,
  multiply,
  round,
  sign,
  subtract,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { lotOf } from '../venue/index.ts';
import { adlScore } from './adl-score.ts';
import type { ScoreContext } from './adl-score.ts';
import { idOrderOf } from './allocation/id-order.ts';
import { exemptedById } from './exempted-by-id.ts';
import type { Candidate, CandidatePosition } from './candidate.ts';
import type { LossEvent, OpenPosition } from './loss-event.ts';
import type { Exempted } from './waterfall-outcome.ts';
import type { AdlLayer } from './waterfall-rules.ts';

/** Who is closed against an open position: the first is closed first. */
export interface AdlQueue {
  readonly entries: readonly AdlEntry[];
  readonly exempted: readonly Exempted[];
  /** > 0: what everybody is closed at. */
  readonly price: Decimal;
}

/** A position that may be closed. */
export interface AdlEntry {
  readonly candidate: Candidate;
  readonly position: CandidatePosition;
  /** Whole numbers of 1e-8, floored. */
  readonly score: bigint;
  /** ≥ 1: as many as the cap allows and as leave its account value at or above zero. */
  readonly lotsMax: bigint;
  /** Σ lotsMax of all entries before. */
  readonly lotsBefore: bigint;
}

/** What the queue is drawn from. */
export interface AdlQuestion {
  readonly layer: AdlLayer;
  readonly event: LossEvent;
  readonly openPosition: OpenPosition;
  readonly candidates: readonly Candidate[];
  readonly context: ScoreContext;
}

/** A size in whole lots, floored; ≥ 0. */
export function wholeLots(size: Decimal, lot: Decimal): bigint {
  return coefficientOf(divide(absolute(size), lot, 0, 'floor'));
}

/**
 * Profitable positions on the other side, of other owners with account value, that no rule exempts and of which at least
 * one lot can be closed: the highest score first, ties by account id in UTF-8 byte order, then by scope.
 */
export function adlQueue(question: AdlQuestion): AdlQueue {
  const { layer, event, openPosition, candidates } = question;
  const price = layer.closeAt === 'mark' ? event.markPrice : openPosition.closePrice;
  const exempted: Exempted[] = [];
  const entries: Omit<AdlEntry, 'lotsBefore'>[] = [];
  for (const candidate of candidates) {
    const positions = gainingPositions(candidate, question);
    if (positions.length === 0) continue;
    const exemption = layer.exemptionOf(candidate, event.at);
    if (exemption === null) entries.push(...entriesOf(candidate, positions, question, price));
    else exempted.push({ id: candidate.id, exemption });
  }
  return { entries: withLotsBefore(inQueue(entries)), exempted: exemptedById(exempted), price };
}

function gainingPositions(candidate: Candidate, { event, openPosition }: AdlQuestion): CandidatePosition[] {
  const isLoser = candidate.id === event.accountId || (event.ownerId !== null && candidate.ownerId === event.ownerId);
  if (isLoser || !isPositive(candidate.accountValue)) return [];
  const side = sign(openPosition.size);
  return candidate.positions.filter(({ size, entryPrice, accountValue }) => {
    const gain = sign(subtract(event.markPrice, entryPrice));
    return sign(size) === -side && gain === sign(size) && isPositive(accountValue);
  });
}

function entriesOf(
  candidate: Candidate,
  positions: readonly CandidatePosition[],
  { layer, event, context }: AdlQuestion,
  price: Decimal,
): Omit<AdlEntry, 'lotsBefore'>[] {
  // What the whole account can still lose: each of its positions takes its part of it.
  let left = candidate.accountValue;
  return positions.flatMap((position) => {
    const own = minimum(left, position.accountValue);
    const lot = lotOf(event.contract);
    const byCap = wholeLots(multiply(position.size, layer.positionShareMax), lot);
    const byValue = lotsWithin(own, position, price, context);
    const lotsMax = byValue === null || byCap < byValue ? byCap : byValue;
    if (lotsMax < 1n) return [];
    if (byValue !== null) left = subtract(left, own);
    return [{ candidate, position, score: adlScore(layer.score, context, position), lotsMax }];
  });
}

/** Lots that may be closed before what they miss against the mark exceeds an account value; null where they miss nothing. */
function lotsWithin(
  accountValue: Decimal,
  { size }: CandidatePosition,
  price: Decimal,
  { contract, markPrice, precision }: ScoreContext,
): bigint | null {
  const missed = isNegative(size) ? subtract(price, markPrice) : subtract(markPrice, price);
  if (!isPositive(missed)) return null;
  // One lot misses lot · multiplier · missed, inverse divided by both prices; n lots are ceiled once.
  const ofLot = multiply(multiply(lotOf(contract), contract.multiplier), missed);
  const within = round(accountValue, precision, 'floor');
  const scaled = contract.type === 'linear' ? within : multiply(within, multiply(markPrice, price));
  return isZero(ofLot) ? null : coefficientOf(divide(scaled, ofLot, 0, 'floor'));
}

function inQueue(entries: readonly Omit<AdlEntry, 'lotsBefore'>[]): readonly Omit<AdlEntry, 'lotsBefore'>[] {
  const byId = idOrderOf(entries.flatMap(({ candidate, position }) => [candidate.id, position.scope]));
  return entries.toSorted((a, b) => {
    if (a.score !== b.score) return a.score > b.score ? -1 : 1;
    return byId(a.candidate.id, b.candidate.id) || byId(a.position.scope, b.position.scope);
  });
}

function withLotsBefore(entries: readonly Omit<AdlEntry, 'lotsBefore'>[]): AdlEntry[] {
  let lotsBefore = 0n;
  return entries.map((entry) => {
    const placed = { ...entry, lotsBefore };
    lotsBefore += entry.lotsMax;
    return placed;
  });
}
