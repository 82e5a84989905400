import { createReadStream } from 'node:fs';
import { canonicalJson } from '@backstop/core/canonical';
import { auditExportLine, type AuditExportLine } from '@backstop/contracts';
import { linesOf, type Line } from '../evaluation/lines-of.ts';
import type { AuditRecord } from './verify-audit.ts';

/** Why a file is no export, or none that is whole. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

type ExportEnd = Extract<AuditExportLine, { end: true }>;

const LINE_BYTES_MAX = 16_777_216;

/** What the lines of an export hold, in their order, a chunk of the file at a time. Throws `ExportError`. */
export async function* readExport(file: string): AsyncGenerator<readonly AuditRecord[]> {
  const counts = { entries: 0, checkpoints: 0 };
  let end: ExportEnd | null = null;
  try {
    for await (const { lines } of linesOf(createReadStream(file) as AsyncIterable<Buffer>, LINE_BYTES_MAX)) {
      const records: AuditRecord[] = [];
      for (const line of lines) {
        if (end !== null) throw new ExportError(`line ${String(line.number)} stands after the end of the export`);
        const told = toldBy(line);
        if ('end' in told) {
          end = told;
        } else {
          counts['entry' in told ? 'entries' : 'checkpoints'] += 1;
          records.push(told);
        }
      }
      yield records;
    }
  } catch (error) {
    if (error instanceof ExportError) throw error;
    throw new ExportError(`${file} cannot be read: ${(error as Error).message}`);
  }
  if (end === null)
    throw new ExportError('the export was cut: its last line, which says how many lines there are, is missing');
  checkCounts(end, counts);
}

function toldBy(line: Line): AuditRecord | ExportEnd {
  const where = `line ${String(line.number)}`;
  if ('tooLong' in line) throw new ExportError(`${where} is longer than any line of an export`);
  let value: unknown;
  try {
    value = JSON.parse(line.text);
    // What no canonical form can be made of has no hash either.
    canonicalJson(value);
  } catch {
    throw new ExportError(`${where} is not JSON that has a canonical form`);
  }
  const parsed = auditExportLine.safeParse(value);
  if (!parsed.success) throw new ExportError(`${where} is neither an entry, nor a checkpoint, nor the end`);
  if (!('entry' in parsed.data)) return parsed.data;
  const { body = null, ...link } = parsed.data.entry;
  return { entry: { ...link, body } };
}

function checkCounts(told: { entries: number; checkpoints: number }, read: typeof told): void {
  if (told.entries === read.entries && told.checkpoints === read.checkpoints) return;
  const [says, has] = [told, read].map(
    (each) => `${String(each.entries)} entries and ${String(each.checkpoints)} checkpoints`,
  );
  throw new ExportError(`the export says that it has ${says ?? ''}, and has ${has ?? ''}`);
}
