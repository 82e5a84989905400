import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { liquidationTrigger } from '@backstop/core/kinds/liquidation-trigger';
import type { LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { scopeCatalogue } from '@backstop/core/rules';
import { twinRun } from '@backstop/core/twin';
import type { TwinRule } from '@backstop/core/twin';

vi.setConfig({ testTimeout: 120_000 });

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** Every trigger that we ship, and the examples beside its schema. */
const documents = [
  ...triggersIn('rules', (text) => (JSON.parse(text) as { document: unknown }).document),
  ...triggersIn('libs/core/src/kinds/liquidation-trigger/fixtures/valid', (text) => JSON.parse(text) as unknown),
];

it.each(documents)('%s: both agree at every border, and every comparison is seen both ways', async (_, document) => {
  const report = await twinRun(rulesOf(document), {
    facts: scopeCatalogue(document.facts),
    conditions: document.conditions,
  });
  expect(report.problems).toEqual([]);
  expect(report.judged).toBe(report.borders);
  expect(report.leavesSeenBothWays).toBe(report.leaves);
});

/** Rules, and exits after them as rules of their own: what holds of a condition holds wherever it stands. */
function rulesOf({ rules, exits }: LiquidationTriggerDocument): TwinRule[] {
  return [
    ...rules.map(({ conditions, priority, event }, place) => {
      return { conditions, pointer: `/rules/${String(place)}/conditions`, priority, event };
    }),
    ...exits.map(({ conditions }, place) => {
      return { conditions, pointer: `/exits/${String(place)}/conditions`, priority: 1 };
    }),
  ];
}

function triggersIn(
  folder: string,
  documentOf: (text: string) => unknown,
): [file: string, document: LiquidationTriggerDocument][] {
  const root = path.join(REPOSITORY, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.json') && path.join(folder, file).includes('liquidation-trigger/'),
  );
  expect(files).not.toEqual([]);
  return files.map((file) => {
    const document = documentOf(readFileSync(path.join(root, file), 'utf8'));
    return [path.join(folder, file), liquidationTrigger.schema.parse(document)];
  });
}
