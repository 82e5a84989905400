import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export type ImportTask =
  | { readonly task: 'profile'; readonly folder: string }
  | { readonly task: 'history'; readonly file: string }
  | { readonly task: 'ladders'; readonly file: string; readonly format: LadderFormat; readonly out: string };

export type LadderFormat = 'ccxt' | 'binance';

export const USAGE = `npm run import -- --profile <folder>
    a profile into an empty database: one approved change
npm run import -- --history <file.jsonl>
    a history of ladders into an empty database, with the set.json beside it: one approved change a day
npm run import -- --ladders <file.json> --format ccxt|binance --out <folder>
    margin ladders as policy files; needs no database

The database is the one of DATABASE_URL, else the embedded one in DATA_DIR.`;

/** The task that the words of a command line ask for, or null where they ask for none or for several. */
export function readImportTask(words: readonly string[]): ImportTask | null {
  const text = { type: 'string' } as const;
  const options = { profile: text, history: text, ladders: text, format: text, out: text };
  let values: Partial<Record<keyof typeof options, string>>;
  try {
    values = parseArgs({ args: [...words], options }).values;
  } catch {
    return null;
  }
  const { profile, history, ladders, format, out } = values;
  const given = Object.values(values).filter((value) => value !== '').length;
  if (given === 1 && profile !== undefined) return { task: 'profile', folder: profile };
  if (given === 1 && history !== undefined) return { task: 'history', file: history };
  const isWhole = given === 3 && ladders !== undefined && out !== undefined;
  return isWhole && (format === 'ccxt' || format === 'binance')
    ? { task: 'ladders', file: ladders, format, out }
    : null;
}
