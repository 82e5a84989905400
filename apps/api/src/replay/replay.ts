import { InvariantError } from '@backstop/core/num';
import type { PolicySet } from '@backstop/core/policy';
import { formatInstant, type Instant } from '@backstop/core/venue';
import type { DataSource } from 'typeorm';
import type { App, AppParts } from '../app.ts';
import { newAuditKey } from '../audit/audit-key.ts';
import { AuditService } from '../audit/audit.service.ts';
import { ChangeWritesService } from '../changes/change-writes.service.ts';
import { ChangesService } from '../changes/changes.service.ts';
import { ReviewService } from '../changes/review.service.ts';
import { SubmissionService } from '../changes/submission.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { ImportRepository } from '../import/import.repository.ts';
import type { Log } from '../log/log.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import type { HistoryDay, HistoryRow, ReplayedHistory } from './read-history.ts';
import { makePeople, type ReplayPeople } from './replay-people.ts';
import type { RowOutcome } from './row-outcome.ts';
import { pushRow, type WorkflowServices } from './row-workflow.ts';
import { steppedClock, type SteppedClock } from './stepped-clock.ts';
import { trueHistory, type TrueJudgement } from './true-history.ts';

const ATTEMPTS_MAX = 20;

/** What a replay came to. */
export interface Replayed {
  /** In the order in which they were pushed: on each day first what comes and goes, then what changes. */
  readonly outcomes: readonly RowOutcome[];
  /** What was in force once a day's last change had taken effect. */
  readonly days: readonly { readonly day: string; readonly at: Instant; readonly set: PolicySet }[];
  /** Whether the audit chain of all of it holds, and how long it is. */
  readonly audit: { readonly isValid: boolean; readonly entries: number };
}

/** What a replay runs on: an empty database with its tables, and the application that is built on it. */
interface ReplayParts {
  readonly dataSource: DataSource;
  readonly log: Log;
  readonly createApp: (parts: AppParts) => Promise<App>;
}

interface Stage {
  readonly clock: SteppedClock;
  readonly sets: PolicySetsService;
  readonly services: WorkflowServices;
  readonly people: ReplayPeople;
  readonly judge: (row: HistoryRow, at: Instant) => TrueJudgement;
}

/**
 * Pushes every row of a history through the workflow, under a clock that its days set. What the guardrail refuses stays
 * refused: the next row of that contract is compared with what is in force, and told beside is what it did to the ladder
 * that the venue had. Throws where an accepted change is not in force after its notice.
 */
export async function replay(history: ReplayedHistory, { dataSource, log, createApp }: ReplayParts): Promise<Replayed> {
  const clock = steppedClock(history.startsAt);
  if (!(await new ImportRepository(dataSource).writeIntoEmpty(history.start, clock.now()))) {
    throw new InvariantError('the database of a replay is its own, and empty');
  }
  const people = await makePeople(dataSource, clock.now());
  const access = { isDemo: false, publicUrl: null, oidc: null };
  const { nest } = await createApp({ access, dataSource, log, clock: clock.now, auditKey: newAuditKey() });
  try {
    const services = {
      work: nest.get(UnitOfWork),
      changes: nest.get(ChangesService),
      writes: nest.get(ChangeWritesService),
      submission: nest.get(SubmissionService),
      review: nest.get(ReviewService),
    };
    const stage = { clock, sets: nest.get(PolicySetsService), services, people, judge: trueHistory(history) };
    const outcomes: RowOutcome[] = [];
    const days: Replayed['days'][number][] = [];
    for (const day of history.days) {
      outcomes.push(...(await replayDay(day, stage)));
      days.push({ day: formatInstant(day.at).slice(0, 10), at: clock.now(), set: await setNow(stage) });
      log.info({ day: formatInstant(day.at), rows: outcomes.length }, 'day replayed');
    }
    const audit = await nest.get(AuditService).verify([]);
    return { outcomes, days, audit: { isValid: audit.ok, entries: audit.entries } };
  } finally {
    await nest.close();
  }
}

/**
 * What comes and goes is written one after another, since each is written against the specification that the one before
 * made; what changes only its own ladder is all submitted and approved at one instant.
 */
async function replayDay(day: HistoryDay, stage: Stage): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  stage.clock.stepTo(day.at);
  for (const row of day.rows.filter(({ kind }) => kind !== 'changed')) {
    outcomes.push(await replayRow(row, day, stage));
    await settle(outcomes.slice(-1), stage);
  }
  const changed: RowOutcome[] = [];
  for (const row of day.rows.filter(({ kind }) => kind === 'changed')) changed.push(await replayRow(row, day, stage));
  await settle(changed, stage);
  return [...outcomes, ...changed];
}

async function replayRow(row: HistoryRow, day: HistoryDay, stage: Stage): Promise<RowOutcome> {
  const { services, people, judge } = stage;
  const truly = judge(row, day.at);
  const { report, ...pushed } = await pushRow({ row, day, inForce: await setNow(stage) }, services, people);
  return { row, truly, ...pushed, effect: report.effect, requirement: report.requirement };
}

/** Waits until what was accepted is in force, and sees to it that it is. */
async function settle(outcomes: readonly RowOutcome[], stage: Stage): Promise<void> {
  for (const { effectiveFrom } of outcomes) stage.clock.stepTo(effectiveFrom ?? stage.clock.now());
  const inForce = new Map((await setNow(stage)).versions.map(({ policy, digest }) => [policy, digest]));
  for (const { row, effectiveFrom } of outcomes) {
    const { policy, digest, ends } = row.ladder;
    if (effectiveFrom === null || inForce.get(policy) === (ends ? undefined : digest)) continue;
    throw new InvariantError(`${policy} of ${row.day} was approved and is not in force`);
  }
}

/** Who replays has more patience than who decides: on a busy machine it is asked again. */
async function setNow({ sets, clock }: Stage): Promise<PolicySet> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await sets.inForce(clock.now(), null)).set;
    } catch (error) {
      const isBusy = error instanceof ProblemError && error.code === 'policy_set_not_confirmed';
      if (!isBusy || attempt >= ATTEMPTS_MAX) throw error;
    }
  }
}
