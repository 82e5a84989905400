import { pointerToken } from '../../../policy/index.ts';
import { importLadders } from './import-ladders.ts';
import { fieldOf, objectEntries } from './json-object.ts';
import type { LadderImport, LadderImportOptions } from './ladder-import.ts';
import { snapshotLadder } from './snapshot-ladder.ts';
import { sourceRefused } from './source-refused.ts';

/**
 * The ladders of a dated snapshot: `{ venue, asOf, instruments: { BTCUSDT: [{ notionalFloor, notionalCap,
 * maintenanceMarginRate, maintenanceDeduction, leverageMax }] } }`. The names of the instruments are the contracts'.
 */
export function fromSnapshot(input: unknown, options?: LadderImportOptions): LadderImport {
  const instruments = objectEntries(fieldOf(input, 'instruments'));
  if (instruments === null) {
    return sourceRefused('/instruments', 'a snapshot of ladders has an object `instruments`', 'ladders by contract');
  }
  const ladders = instruments.map(([contract, rows]) =>
    snapshotLadder(contract, rows, `/instruments/${pointerToken(contract)}`),
  );
  return importLadders(ladders, options);
}
