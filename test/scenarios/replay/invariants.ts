import type { HistoryRow, ReplayedHistory } from '@backstop/api/replay/read-history';
import type { Replayed } from '@backstop/api/replay/replay';
import type { RowOutcome } from '@backstop/api/replay/row-outcome';
import { stopText } from '@backstop/api/replay/stops-of';
import { Decimal } from 'decimal.js';
import { expect } from 'vitest';

/** Every row once, and either refused with its reasons or in force after its approvals and its notice. */
export function expectEveryRowAccountedFor({ days }: ReplayedHistory, { outcomes }: Replayed): void {
  const rows = days.flatMap(({ rows: ofDay }) => ofDay);
  expect(outcomes.map(({ row }) => nameOf(row)).sort()).toEqual(rows.map(nameOf).sort());
  for (const { row, effectiveFrom, stops, approvals, requirement } of outcomes) {
    const what = nameOf(row);
    if (effectiveFrom === null) {
      expect(stops.length, what).toBeGreaterThan(0);
      expect(approvals, what).toBe(0);
    } else {
      expect(stops, what).toEqual([]);
      expect(approvals, what).toBe(requirement.approvals);
      expect(effectiveFrom, what).toBeGreaterThanOrEqual(Date.parse(row.day) + requirement.noticeSeconds * 1000);
    }
  }
}

/** What is in force after each day is what the accepted rows say so far, and nothing else. */
export function expectSetsOfAcceptedRows({ outcomes, days }: Replayed): void {
  const ladders = new Map<string, string>();
  const listed = new Set<string>();
  for (const { day, set } of days) {
    for (const { row } of outcomes.filter((each) => each.row.day === day && each.effectiveFrom !== null)) {
      if (row.ladder.ends) ladders.delete(row.ladder.policy);
      else ladders.set(row.ladder.policy, row.ladder.digest);
      if (row.ladder.ends) listed.delete(row.contract);
      else listed.add(row.contract);
    }
    const inForce = set.versions.filter(({ kind }) => kind === 'margin-tiers');
    expect(new Map(inForce.map(({ policy, digest }) => [policy, digest])), day).toEqual(ladders);
    const specification = set.versions.find(({ kind }) => kind === 'contract-specification')?.document;
    const { contracts } = specification as { contracts: { contract: string; listing: string }[] };
    const names = contracts.filter(({ listing }) => listing === 'listed').map(({ contract }) => contract);
    expect(new Set(names), day).toEqual(listed);
  }
}

/** One entry of the chain for each act: the key that signs it, the import, four people, and the acts of each row. */
export function expectWholeAudit({ outcomes, audit }: Replayed): void {
  const acts = outcomes.map(({ effectiveFrom, approvals }) => (effectiveFrom === null ? 2 : 2 + approvals));
  expect(audit).toEqual({ isValid: true, entries: 6 + acts.reduce((sum, count) => sum + count, 0) });
}

/** Until a contract's first row is refused, what is in force is the venue's, and so the two judgements are one. */
export function expectOneJudgementUntilStopped({ outcomes }: Replayed): void {
  const strayed = new Set<string>();
  for (const { row, effect, stops, truly, effectiveFrom } of outcomes) {
    if (!strayed.has(row.contract)) expect({ effect, stops }, nameOf(row)).toEqual(truly);
    if (effectiveFrom === null) strayed.add(row.contract);
  }
}

/** A tier whose maintenance rate rises by a quarter or more is always among the reasons, by other decimals than ours. */
export function expectQuarterRaisesStopped({ days }: ReplayedHistory, { outcomes }: Replayed): number {
  const byName = new Map(outcomes.map((outcome) => [nameOf(outcome.row), outcome]));
  const before = new Map<string, HistoryRow>();
  const raised: RowOutcome[] = [];
  for (const row of days.flatMap(({ rows }) => rows)) {
    const known = before.get(row.contract);
    before.set(row.contract, row);
    const outcome = byName.get(nameOf(row));
    if (known !== undefined && outcome !== undefined && raisesByAQuarter(known, row)) raised.push(outcome);
  }
  for (const { row, truly } of raised) {
    expect(truly.stops.map(stopText), nameOf(row)).toContain('change_rise_must_be_within_limit maintenanceMarginRate');
  }
  return raised.length;
}

function raisesByAQuarter(before: HistoryRow, after: HistoryRow): boolean {
  const rates = new Map(tiersOf(before).map((tier) => [tier.notionalFloor, tier.maintenanceMarginRate]));
  return tiersOf(after).some(({ notionalFloor, maintenanceMarginRate }) => {
    const rate = rates.get(notionalFloor);
    return rate !== undefined && new Decimal(maintenanceMarginRate).gte(new Decimal(rate).times('1.25'));
  });
}

interface Tier {
  readonly notionalFloor: string;
  readonly maintenanceMarginRate: string;
}

function tiersOf({ ladder }: HistoryRow): readonly Tier[] {
  return ladder.ends ? [] : (ladder.document as { readonly tiers: readonly Tier[] }).tiers;
}

function nameOf({ day, contract }: HistoryRow): string {
  return `${contract} ${day}`;
}
