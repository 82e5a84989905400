import { coefficientOf } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import type { AdlLayer, Candidate, CandidatePosition, OpenPosition, WaterfallRun } from '@backstop/core/waterfall';

/** An exact quotient; the denominator is above zero. */
interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * Deleveraging by hand: one lot after the other goes to whoever has the highest score of those who may still give one. Everything
 * in exact quotients of BigInts; shares nothing with the core but its types.
 */
export function slowDeleverage(
  run: WaterfallRun,
  layer: AdlLayer,
  openPosition: OpenPosition,
): ReadonlyMap<string, bigint> {
  const { contract, markPrice } = run.event;
  const side = openPosition.size.coefficient < 0 ? -1n : 1n;
  const mark = ratioOf(markPrice);
  const price = layer.closeAt === 'mark' ? mark : ratioOf(openPosition.closePrice);
  const lot = ratioOf(contract.lotSize ?? openPosition.size);
  const ofLot = times(lot, ratioOf(contract.multiplier));
  const inPrices = contract.type === 'inverse';
  const valueAt = (signed: bigint, from: Ratio, to: Ratio): Ratio => {
    const gain = inPrices ? minus(inverted(from), inverted(to)) : minus(to, from);
    return times(times({ over: signed, under: 1n }, ofLot), gain);
  };
  const unit = 10n ** BigInt(run.assets.get(contract.settlementAsset)?.precision ?? 0);
  const seats = run.candidates.flatMap((candidate) => seatsOf(candidate, run, layer, { side, mark, inPrices, unit }));
  const given = new Map<string, bigint>();
  const isAllowed = ({ candidate, position }: Seat): boolean => {
    const next = (given.get(candidate.id) ?? 0n) + 1n;
    const closed = times(lot, { over: next, under: 1n });
    if (isBelow(times(absolute(ratioOf(position.size)), ratioOf(layer.positionShareMax)), closed)) return false;
    // What it misses, ceiled to units, must be within what it has.
    const missed = valueAt(-side * next, price, mark);
    const units = missed.over <= 0n ? 0n : (missed.over * unit + missed.under - 1n) / missed.under;
    return [candidate.accountValue, position.accountValue].every(
      (value) => !isBelow(ratioOf(value), { over: units, under: unit }),
    );
  };
  const cap = times(absolute(ratioOf(openPosition.size)), ratioOf(layer.roundShareMax));
  for (let placed = 1n; !isBelow(cap, times(lot, { over: placed, under: 1n })); placed += 1n) {
    if (isBeyondCaps(run, layer, valueAt(side * placed, mark, price))) break;
    const [first] = seats.filter(isAllowed).toSorted(inQueue);
    if (first === undefined) break;
    given.set(first.candidate.id, (given.get(first.candidate.id) ?? 0n) + 1n);
  }
  return given;
}

interface Seat {
  readonly candidate: Candidate;
  readonly position: CandidatePosition;
  readonly score: bigint;
}

interface Question {
  readonly side: bigint;
  readonly mark: Ratio;
  readonly inPrices: boolean;
  readonly unit: bigint;
}

function seatsOf(candidate: Candidate, { event }: WaterfallRun, layer: AdlLayer, asked: Question): Seat[] {
  const [position] = candidate.positions;
  if (position === undefined || candidate.id === event.accountId) return [];
  if (event.ownerId !== null && candidate.ownerId === event.ownerId) return [];
  if (candidate.accountValue.coefficient <= 0 || position.accountValue.coefficient <= 0) return [];
  if (layer.exemptionOf(candidate, event.at) !== null) return [];
  const isLong = position.size.coefficient > 0;
  if (isLong === asked.side > 0n) return [];
  const [entry, mark] = [ratioOf(position.entryPrice), asked.mark];
  const isGaining = isLong ? isBelow(entry, mark) : isBelow(mark, entry);
  return isGaining ? [{ candidate, position, score: scoreOf(layer, position, asked, event.contract.multiplier) }] : [];
}

function scoreOf(
  { score }: AdlLayer,
  position: CandidatePosition,
  { mark, inPrices, unit }: Question,
  multiplier: Decimal,
): bigint {
  const entry = ratioOf(position.entryPrice);
  const isLong = position.size.coefficient > 0;
  const leverage = over(ratioOf(position.notional), ratioOf(position.accountValue));
  if (score === 'none') return 0n;
  if (score === 'entry-leverage')
    return floored(times(isLong ? over(mark, entry) : over(entry, mark), leverage), 10n ** 8n);
  const gain = isLong ? minus(mark, entry) : minus(entry, mark);
  if (score === 'pnl-leverage') return floored(times(over(gain, inPrices ? mark : entry), leverage), 10n ** 8n);
  const units = times(absolute(ratioOf(position.size)), ratioOf(multiplier));
  const pnl = times(units, inPrices ? over(gain, times(entry, mark)) : gain);
  const floor = inPrices ? { over: floored(pnl, unit), under: unit } : pnl;
  return floored(floor, 10n ** 8n);
}

function isBeyondCaps({ event, drawnInPeriod }: WaterfallRun, { caps }: AdlLayer, absorbed: Ratio): boolean {
  const cap = caps.get(event.contract.settlementAsset);
  if (cap === undefined || absorbed.over <= 0n) return false;
  const already = drawnInPeriod.get('adl');
  const inPeriod = already === undefined ? absorbed : minus(absorbed, negated(ratioOf(already)));
  const isOver = (limit: Decimal | null, total: Ratio): boolean => limit !== null && isBelow(ratioOf(limit), total);
  return isOver(cap.lossDrawnMax, absorbed) || isOver(cap.periodDrawnMax, inPeriod);
}

function inQueue(a: Seat, b: Seat): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  return Buffer.compare(Buffer.from(a.candidate.id), Buffer.from(b.candidate.id));
}

function ratioOf(value: Decimal): Ratio {
  return { over: coefficientOf(value), under: 10n ** BigInt(value.scale) };
}

function times(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.over, under: a.under * b.under };
}

function minus(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.under - b.over * a.under, under: a.under * b.under };
}

function negated({ over: coefficient, under }: Ratio): Ratio {
  return { over: -coefficient, under };
}

function absolute({ over: coefficient, under }: Ratio): Ratio {
  return { over: coefficient < 0n ? -coefficient : coefficient, under };
}

/** a ÷ b; b is above zero. */
function over(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.under, under: a.under * b.over };
}

function inverted(a: Ratio): Ratio {
  return { over: a.under, under: a.over };
}

function isBelow(a: Ratio, b: Ratio): boolean {
  return a.over * b.under < b.over * a.under;
}

/** In whole numbers of 1 ÷ unit. */
function floored({ over: coefficient, under }: Ratio, unit: bigint): bigint {
  const scaled = coefficient * unit;
  const whole = scaled / under;
  return scaled < 0n && whole * under !== scaled ? whole - 1n : whole;
}
