/** Candidates of a file as lines for the service, or the first line that cannot be read. */
export type ReadCandidates =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly line: number; readonly why: 'header' | 'cells' | 'json' };

const COLUMNS = ['id', 'ownerId', 'accountValue', 'notional', 'positivePnl'] as const;
const NEEDED = ['id', 'accountValue', 'notional'];

/**
 * Reads a file of candidates: NDJSON where it begins with `{` (a candidate a line, or `{"candidate":…}`), else CSV with the names
 * of its columns first. Figures stay the texts that they are; the service judges them.
 */
export function readCandidates(text: string): ReadCandidates {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines
    .find((line) => line.trim() !== '')
    ?.trimStart()
    .startsWith('{') === true
    ? readLines(lines)
    : readTable(lines);
}

function readLines(lines: readonly string[]): ReadCandidates {
  const read: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const candidate = candidateOf(line);
    if (candidate === null) return { ok: false, line: index + 1, why: 'json' };
    read.push(JSON.stringify({ candidate }));
  }
  return { ok: true, lines: read };
}

function candidateOf(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return null;
    return 'candidate' in value ? value.candidate : value;
  } catch {
    return null;
  }
}

function readTable(lines: readonly string[]): ReadCandidates {
  const [header = '', ...rows] = lines;
  const names = cellsOf(header);
  const known = names.every((name) => COLUMNS.some((column) => column === name));
  if (!known || !NEEDED.every((name) => names.includes(name))) return { ok: false, line: 1, why: 'header' };
  const read: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const cells = cellsOf(row);
    if (cells.length !== names.length) return { ok: false, line: index + 2, why: 'cells' };
    const stated = names.map((name, at) => [name, cells[at] ?? ''] as const).filter(([, cell]) => cell !== '');
    read.push(JSON.stringify({ candidate: Object.fromEntries(stated) }));
  }
  return { ok: true, lines: read };
}

/** The cells of a row; one in quotes may hold commas, and a quote twice. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
}
