import { ZERO, isPositive, lessThan, maximum, minimum, multiply, round, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { dayBefore, monthOf } from './day.ts';
import type { Day } from './day.ts';
import type { PenaltyGrade, ShortfallPenaltyRules } from './shortfall-penalty-rules.ts';

/** One account's shortfall at one day's snapshot, in one asset, with what happened before. */
export interface ShortfallDay {
  readonly day: Day;
  /** ≥ 0: the base less equity, or what is owed. */
  readonly shortfall: Decimal;
  /** The margin that it is short of; null where the base is a receivable. */
  readonly margin: Decimal | null;
  readonly accountValue: Decimal;
  /** Whether the account is protected from owing. */
  readonly isProtected: boolean;
  /** Earlier days with a shortfall, in any order; this day and later ones do not count. */
  readonly history: readonly Day[];
  /** Day of the last balance reset; null = never. */
  readonly resetOn: Day | null;
  /** Decimals of the asset's smallest unit. */
  readonly precision: number;
}

export type PenaltyReason = 'no-shortfall' | 'balance-reset' | 'graded' | 'consecutive-days' | 'instances-in-month';

/** What one day's shortfall costs. `penalty` = `charged` + `owed` + `waived`. */
export interface PenaltyAssessment {
  readonly reason: PenaltyReason;
  /** Of the shortfall; 0 where nothing is due. */
  readonly rate: Decimal;
  /** Days in a row with a shortfall, this one included; 0 without one. */
  readonly consecutiveDays: number;
  /** Days with a shortfall in this calendar month, this one included; 0 without one. */
  readonly instancesInMonth: number;
  /** Floored to the asset's unit: what a fund receives floors. */
  readonly penalty: Decimal;
  /** Taken from the account: never more than max(0, accountValue), so that a penalty makes nobody negative. */
  readonly charged: Decimal;
  /** What an unprotected account owes besides. */
  readonly owed: Decimal;
  /** What nobody pays, because the account is protected from owing. */
  readonly waived: Decimal;
}

/**
 * The penalty of one day. Simple, never compounded: it depends on that day's shortfall, and on earlier days only by
 * their number. An account whose balance was reset that day pays nothing, and begins anew: days up to the reset do
 * not count. Source of the form: NSE Clearing's short-collection penalty, whose limits and rates the policy declares.
 */
export function assessPenalty(rules: ShortfallPenaltyRules, question: ShortfallDay): PenaltyAssessment {
  const { day, shortfall, resetOn } = question;
  if (!isPositive(shortfall)) return nothingDue('no-shortfall');
  if (resetOn === day) return nothingDue('balance-reset');
  const counted = new Set(question.history.filter((each) => each < day && (resetOn === null || each > resetOn)));
  const counts = { consecutiveDays: daysInARow(counted, day), instancesInMonth: instancesIn(counted, day) };
  const { reason, rate } = rateOf(rules, question, counts);
  const penalty = round(multiply(shortfall, rate), question.precision, 'floor');
  const charged = minimum(penalty, maximum(ZERO, round(question.accountValue, question.precision, 'floor')));
  const rest = subtract(penalty, charged);
  const [owed, waived] = question.isProtected ? [ZERO, rest] : [rest, ZERO];
  return { reason, rate, ...counts, penalty, charged, owed, waived };
}

function nothingDue(reason: PenaltyReason): PenaltyAssessment {
  const none = { penalty: ZERO, charged: ZERO, owed: ZERO, waived: ZERO };
  return { reason, rate: ZERO, consecutiveDays: 0, instancesInMonth: 0, ...none };
}

function daysInARow(counted: ReadonlySet<Day>, day: Day): number {
  let days = 1;
  for (let before = dayBefore(day); counted.has(before); before = dayBefore(before)) days += 1;
  return days;
}

function instancesIn(counted: ReadonlySet<Day>, day: Day): number {
  return 1 + [...counted].filter((each) => monthOf(each) === monthOf(day)).length;
}

function rateOf(
  { grades, escalation }: ShortfallPenaltyRules,
  question: ShortfallDay,
  counts: Pick<PenaltyAssessment, 'consecutiveDays' | 'instancesInMonth'>,
): { readonly reason: PenaltyReason; readonly rate: Decimal } {
  const { consecutiveDaysMax = null, instancesMax = null } = escalation ?? {};
  if (escalation !== null && consecutiveDaysMax !== null && counts.consecutiveDays > consecutiveDaysMax) {
    return { reason: 'consecutive-days', rate: escalation.rate };
  }
  if (escalation !== null && instancesMax !== null && counts.instancesInMonth > instancesMax) {
    return { reason: 'instances-in-month', rate: escalation.rate };
  }
  return { reason: 'graded', rate: grades.find((grade) => holds(grade, question))?.rate ?? ZERO };
}

function holds({ shortfallBelow, shareBelow }: PenaltyGrade, { shortfall, margin }: ShortfallDay): boolean {
  if (shortfallBelow !== null && !lessThan(shortfall, shortfallBelow)) return false;
  return shareBelow === null || (margin !== null && lessThan(shortfall, multiply(shareBelow, margin)));
}
