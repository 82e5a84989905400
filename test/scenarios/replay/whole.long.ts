import type { ReplayedHistory } from '@backstop/api/replay/read-history';
import type { Replayed } from '@backstop/api/replay/replay';
import { reportTable } from '@backstop/api/replay/report-table';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectEveryRowAccountedFor,
  expectOneJudgementUntilStopped,
  expectQuarterRaisesStopped,
  expectSetsOfAcceptedRows,
  expectWholeAudit,
} from './invariants.ts';
import { replayShipped } from './replayed.ts';

const HOUR_MS = 3_600_000;

let history: ReplayedHistory;
let replayed: Replayed;

beforeAll(async () => {
  const begun = performance.now();
  ({ history, replayed } = await replayShipped(null));
  process.stdout.write(reportTable(replayed, (performance.now() - begun) / 1000) + '\n');
}, HOUR_MS);

describe('the 1,055 real ladder changes through the workflow', () => {
  it('accounts for every row, by refusal with its reasons or by approvals and notice', () => {
    expect(replayed.outcomes).toHaveLength(1055);
    expectEveryRowAccountedFor(history, replayed);
  });

  it('has in force after each day what the accepted rows say, and nothing else', () => {
    expect(replayed.days).toHaveLength(21);
    expectSetsOfAcceptedRows(replayed);
  });

  it('leaves an audit chain that holds, with one entry for each act', () => {
    expectWholeAudit(replayed);
  });

  it('judges a row by what the venue had, as long as nothing of its contract was refused', () => {
    expectOneJudgementUntilStopped(replayed);
  });

  it('names a raise of a maintenance rate by a quarter wherever there is one', () => {
    expect(expectQuarterRaisesStopped(history, replayed)).toBeGreaterThan(0);
  });
});
