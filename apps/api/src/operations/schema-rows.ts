/** One field of a schema, as a reference lists it. */
export interface SchemaRow {
  /** `account.positions[].size`; a `?` where it may be left out. */
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
}

/** Every field of a JSON Schema, flattened in the order of the schema; a field that several choices share comes once. */
export function schemaRows(schema: object): SchemaRow[] {
  const rows = new Map<string, SchemaRow>();
  walk(schema, '', (row) => {
    if (!rows.has(row.path)) rows.set(row.path, row);
  });
  return [...rows.values()];
}

function walk(schema: Schema, path: string, report: (row: SchemaRow) => void): void {
  for (const choice of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(choice, path, report);
  if (schema.items !== undefined) walk(schema.items, `${path}[]`, report);
  if (typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length > 0) {
    walk(schema.additionalProperties, `${path}.*`, report);
  }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const at = path === '' ? name : `${path}.${name}`;
    const isOptional = !(schema.required ?? []).includes(name);
    report({ path: isOptional ? `${at}?` : at, type: typeOf(field), meaning: field.description ?? '' });
    walk(field, at, report);
  }
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  const { type } = schema;
  return typeof type === 'string' ? type : (type ?? ['any']).join(' | ');
}
