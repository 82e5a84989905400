import type { PolicyEnvelope } from '../../../policy/index.ts';
import type { Problem } from '../../../problem/index.ts';
import type { Instant } from '../../../venue/index.ts';
import type { ContractOfSymbol } from './contract-from-symbol.ts';
import { historyLine } from './history-line.ts';
import type { HistoryLine } from './history-line.ts';
import { importLadders } from './import-ladders.ts';
import { fieldOf } from './json-object.ts';
import type { LadderNote, LadderProblem } from './ladder-import.ts';
import { snapshotLadder } from './snapshot-ladder.ts';

/** Problems and notes of a history also say at which line, from 1. */
export type HistoryProblem = LadderProblem & { readonly line: number };
export type HistoryNote = LadderNote & { readonly line: number };

/** A line that can be taken over: from `at` on the contract has this ladder, or none. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly contract: ContractOfSymbol;
  readonly ladder: PolicyEnvelope | null;
}

export interface ReadHistory {
  readonly entries: readonly HistoryEntry[];
  readonly problems: readonly HistoryProblem[];
  readonly notes: readonly HistoryNote[];
}

interface Read {
  readonly entries: readonly HistoryEntry[];
  readonly problems: readonly LadderProblem[];
  readonly notes: readonly LadderNote[];
}

/** Every line read and judged on its own and against those before it: days never fall, one ladder a day, an end ends something. */
export function readHistory(lines: readonly unknown[]): ReadHistory {
  const latest = new Map<string, HistoryEntry>();
  let dayBefore: Instant | null = null;
  const reads = lines.map((input, index) => {
    const parsed = historyLine(input);
    const read = parsed.ok ? readLine(parsed.value, dayBefore, latest) : refused(instrumentOf(input), parsed.problems);
    for (const entry of read.entries) latest.set(entry.contract.contract, entry);
    if (parsed.ok) dayBefore = Math.max(dayBefore ?? parsed.value.at, parsed.value.at);
    const line = index + 1;
    return {
      entries: read.entries,
      problems: read.problems.map((problem) => ({ ...problem, line })),
      notes: read.notes.map((note) => ({ ...note, line })),
    };
  });
  return {
    entries: reads.flatMap(({ entries }) => entries),
    problems: reads.flatMap(({ problems }) => problems),
    notes: reads.flatMap(({ notes }) => notes),
  };
}

function readLine(line: HistoryLine, dayBefore: Instant | null, latest: ReadonlyMap<string, HistoryEntry>): Read {
  const { at, contract, tiers } = line;
  const name = contract.contract;
  const before = latest.get(name);
  if (dayBefore !== null && at < dayBefore) {
    const message = 'the lines of a history are in the order of their days';
    return refused(name, [{ code: 'days_out_of_order', path: '/seenOn', message }]);
  }
  if (before?.at === at) {
    const message = `\`${name}\` has a line on this day already`;
    return refused(name, [
      { code: 'ladder_repeated', path: '/instrument', message, suggestion: 'keep one line a day' },
    ]);
  }
  if (tiers === null) {
    if (before !== undefined && before.ladder !== null)
      return { entries: [{ at, contract, ladder: null }], problems: [], notes: [] };
    const message = `\`${name}\` is delisted here, but it has no ladder`;
    return refused(name, [{ code: 'delisted_without_ladder', path: '/tiers', message }]);
  }
  const imported = importLadders([snapshotLadder(name, tiers, '/tiers')]);
  return { ...imported, entries: imported.policies.map((ladder) => ({ at, contract, ladder })) };
}

function refused(contract: string | null, problems: readonly Problem[]): Read {
  return { entries: [], problems: problems.map((problem) => ({ ...problem, contract, tier: null })), notes: [] };
}

function instrumentOf(input: unknown): string | null {
  const instrument = fieldOf(input, 'instrument');
  return typeof instrument === 'string' ? instrument : null;
}
