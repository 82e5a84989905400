import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

/** What the command was asked to replay. */
export interface ReplayTask {
  readonly historyFolder: string;
  /** File of one line a row; null = none is written. */
  readonly reportFile: string | null;
  readonly sample: Sample | null;
}

/** Whole contracts, drawn until they have so many rows between them. */
export interface Sample {
  readonly rows: number;
  readonly seed: number;
}

const HISTORY = fileURLToPath(new URL('../../../../rules/history/', import.meta.url));

export const USAGE = `npm run replay -- [--history <folder>] [--report <out.ndjson>] [--sample <rows> [--seed <number>]]
    pushes a history of ladders, change by change, through drafts, guardrails, approvals and notice, on a database of its
    own that is dropped at the end: on the server of DATABASE_URL, else on one of its own in a temporary folder
    --history   a folder with set.json and its history; left out = the shipped rules/history
    --report    writes a line of JSON for each row
    --sample    only whole contracts, drawn until they have so many rows; the same seed draws the same ones`;

/** The task that the words of a command line ask for, or null where they ask for none; a seed is drawn where none is given. */
export function readReplayTask(words: readonly string[], drawnSeed: number): ReplayTask | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { history: text, report: text, sample: text, seed: text },
    });
    const { history = HISTORY, report = null, sample, seed } = values;
    if (sample === undefined && seed !== undefined) return null;
    if (![sample ?? '1', seed ?? '0'].every((each) => /^\d{1,9}$/.test(each))) return null;
    if (sample === undefined) return { historyFolder: history, reportFile: report, sample: null };
    const drawn = { rows: Number(sample), seed: seed === undefined ? drawnSeed : Number(seed) };
    return drawn.rows < 1 ? null : { historyFolder: history, reportFile: report, sample: drawn };
  } catch {
    return null;
  }
}
