import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBinanceBrackets, fromCcxtLeverageTiers, type LadderNote } from '@backstop/core/kinds/margin-tiers/import';
import type { LadderFormat } from './import-arguments.ts';
import type { FileProblem, Planned } from './import-plan.ts';
import { readJson } from './read-json.ts';

/** What was written, and how it was read where it could have been read otherwise. */
export interface WrittenLadders {
  readonly files: readonly string[];
  readonly notes: readonly LadderNote[];
}

const READERS = { ccxt: fromCcxtLeverageTiers, binance: fromBinanceBrackets } as const;

/** Margin ladders of a venue's file as policy files `margin-tiers/<contract>.json`; none is written where any has a problem. */
export async function writeLadderFiles(
  file: string,
  format: LadderFormat,
  out: string,
): Promise<Planned<WrittenLadders>> {
  const json = await readJson(file, file);
  if (!json.ok) return json;
  const { policies, problems, notes } = READERS[format](json.value);
  if (problems.length > 0) {
    return {
      ok: false,
      problems: problems.map(({ contract, tier, ...problem }): FileProblem => {
        const where = [contract, tier === null ? null : `tier ${tier}`].filter((part) => part !== null).join(', ');
        return { ...problem, message: where === '' ? problem.message : `${where}: ${problem.message}`, file };
      }),
    };
  }
  const folder = join(out, 'margin-tiers');
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const policy of policies) {
    const path = join(folder, `${policy.key}.json`);
    await writeFile(path, JSON.stringify(policy, null, 2) + '\n');
    files.push(path);
  }
  return { ok: true, value: { files, notes } };
}
