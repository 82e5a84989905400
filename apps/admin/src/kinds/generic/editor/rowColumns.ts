import type { JsonSchema } from '../jsonSchema.ts';
import { fieldOf, type Field } from './fieldShape.ts';
import { figureUnit } from './figureUnit.ts';

/** One column of a sheet of rows. */
export interface RowColumn {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly field: Field;
  readonly isRequired: boolean;
}

/** More than so many stand too close together to be read. */
const COLUMNS_MAX = 5;

/** The columns of rows that are a few figures, words or choices each; null where a row is more than that. */
export function rowColumns({ properties, required = [] }: JsonSchema): readonly RowColumn[] | null {
  if (properties === undefined) return null;
  const columns = Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    field: fieldOf(schema),
    isRequired: required.includes(name),
  }));
  return columns.length <= COLUMNS_MAX && columns.every(isPlain) ? columns : null;
}

function isPlain({ name, schema, field }: RowColumn): boolean {
  const { type } = field.shape;
  if (schema.const !== undefined || figureUnit(name) === 'duration') return false;
  return type === 'decimal' || type === 'text' || type === 'integer' || type === 'choice';
}
