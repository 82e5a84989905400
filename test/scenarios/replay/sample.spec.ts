import { randomInt } from 'node:crypto';
import type { ReplayedHistory } from '@backstop/api/replay/read-history';
import type { Replayed } from '@backstop/api/replay/replay';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectEveryRowAccountedFor,
  expectOneJudgementUntilStopped,
  expectQuarterRaisesStopped,
  expectSetsOfAcceptedRows,
  expectWholeAudit,
} from './invariants.ts';
import { replayShipped } from './replayed.ts';

const SEED = Number(process.env['REPLAY_SEED'] ?? randomInt(1_000_000_000));
const ROWS = 30;

let history: ReplayedHistory;
let replayed: Replayed;

beforeAll(async () => {
  process.stdout.write(`replay of a sample: REPLAY_SEED=${String(SEED)}\n`);
  ({ history, replayed } = await replayShipped({ rows: ROWS, seed: SEED }));
});

describe(`a sample of the real ladder changes through the workflow, seed ${String(SEED)}`, () => {
  it('accounts for every row, by refusal with its reasons or by approvals and notice', () => {
    expect(replayed.outcomes.length).toBeGreaterThanOrEqual(ROWS);
    expectEveryRowAccountedFor(history, replayed);
  });

  it('has in force after each day what the accepted rows say, and nothing else', () => {
    expectSetsOfAcceptedRows(replayed);
  });

  it('leaves an audit chain that holds, with one entry for each act', () => {
    expectWholeAudit(replayed);
  });

  it('judges a row by what the venue had, as long as nothing of its contract was refused', () => {
    expectOneJudgementUntilStopped(replayed);
  });

  it('names a raise of a maintenance rate by a quarter wherever there is one', () => {
    expectQuarterRaisesStopped(history, replayed);
  });
});
