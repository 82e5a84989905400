import { contractSpecification } from '@backstop/core/kinds/contract-specification';
import type { Problem } from '@backstop/core/problem';
import type { RawDocument } from '../../editorProps.ts';
import type { TableName, TableRow } from './tableColumns.ts';
import { placesByName } from './tableRows.ts';

/** Where something is wrong, and what. */
export interface ProblemPlace {
  /** As the core tells it. */
  readonly path: string;
  readonly table: TableName;
  /** Of the row in the document as it is written; null = of the table itself. */
  readonly row: number | null;
  /** Null = of the row itself. */
  readonly field: string | null;
  readonly message: string;
}

/** The rows that problems speak about: those of the shape by how it is written, all others by name, as the core sorts them. */
export function problemPlaces(document: RawDocument, problems: readonly Problem[]): readonly ProblemPlace[] {
  const found = problems.flatMap(({ path, message, suggestion }) => {
    const [, table, row, field] = /^\/(contracts|assets)(?:\/(\d+)(?:\/(\w+))?)?/.exec(path) ?? [];
    if (table !== 'contracts' && table !== 'assets') return [];
    const said = suggestion === undefined ? message : `${message} (${suggestion})`;
    return [{ path, table, row: row === undefined ? null : Number(row), field: field ?? null, message: said } as const];
  });
  if (found.length === 0 || !contractSpecification.schema.safeParse(document).success) return found;
  const sorted = {
    contracts: placesByName(document['contracts'] as TableRow[], 'contract'),
    assets: placesByName(document['assets'] as TableRow[], 'asset'),
  };
  return found.map((place) => (place.row === null ? place : { ...place, row: sorted[place.table][place.row] ?? null }));
}
