import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cleanups } from './cleanups.ts';

const RULES = fileURLToPath(new URL('../../rules/', import.meta.url));

export const REFERENCE_PROFILE = join(RULES, 'perp-linear-reference');
export const HISTORY_PROFILE = join(RULES, 'history');

/** The parts of a set.json that tests change. */
interface SetJson {
  effectiveFrom: string;
  collateralMode: string;
  policies: string[];
}

/** The parts of a ladder's file that tests change. */
interface LadderJson {
  document: { tiers: { notionalFloor: string }[]; extra?: boolean };
}

/** What becomes of the text of one file. */
interface FileChange {
  readonly file: string;
  readonly change: (text: string) => string;
}

/** The set itself with something in it changed. */
export function changeInSet(change: (set: SetJson) => void): FileChange {
  return {
    file: 'set.json',
    change: (text) => {
      const set = JSON.parse(text) as SetJson;
      change(set);
      return JSON.stringify(set);
    },
  };
}

/** The ladder of a contract with something in it changed. */
export function changeInLadder(contract: string, change: (ladder: LadderJson) => void): FileChange {
  return {
    file: `margin-tiers/${contract}.json`,
    change: (text) => {
      const ladder = JSON.parse(text) as LadderJson;
      change(ladder);
      return JSON.stringify(ladder);
    },
  };
}

/** A copy of the reference profile with some of its files changed. */
export async function changedProfile(to: Cleanups, ...changes: readonly FileChange[]): Promise<string> {
  const copy = await to.folder();
  await cp(REFERENCE_PROFILE, copy, { recursive: true });
  for (const { file, change } of changes) {
    const path = join(copy, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }
  return copy;
}
