import { fieldOf } from './json-object.ts';
import type { SourceLadder, SourceTier } from './source-ladder.ts';

/** One ladder whose rows have the names of our own document, at a JSON pointer of its source. */
export function snapshotLadder(contract: string, rows: unknown, path: string): SourceLadder {
  const tiers = Array.isArray(rows)
    ? rows.map((row: unknown, index) => snapshotTier(row, `${path}/${String(index)}`))
    : null;
  return { contract, path, tiers };
}

function snapshotTier(row: unknown, path: string): SourceTier {
  const figure = (field: string) => ({ value: fieldOf(row, field), path: `${path}/${field}` });
  return {
    notionalFloor: figure('notionalFloor'),
    notionalCap: figure('notionalCap'),
    maintenanceMarginRate: figure('maintenanceMarginRate'),
    maintenanceDeduction: figure('maintenanceDeduction'),
    leverageMax: figure('leverageMax'),
  };
}
