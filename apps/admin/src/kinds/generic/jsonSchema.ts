/** As much of JSON Schema as the viewer and the editor draw from. */
export interface JsonSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
}

/** A schema as it came over the wire; anything else draws without sentences. */
export function asSchema(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null ? value : {};
}

/** The branch of a union that fits a value: the one whose constants the value has, else the one with most of its keys. */
export function branchFor(schema: JsonSchema, value: unknown): JsonSchema {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches === undefined) return schema;
  const best = branches.map((branch) => branchFor(branch, value)).toSorted((a, b) => fit(b, value) - fit(a, value))[0];
  return { ...best, ...(schema.description === undefined ? {} : { description: schema.description }) };
}

function fit(schema: JsonSchema, value: unknown): number {
  if (typeof value !== 'object' || value === null) return schema.properties === undefined ? 1 : 0;
  if (Array.isArray(value)) return schema.items === undefined ? 0 : 1;
  const properties = schema.properties ?? {};
  return Object.entries(value).reduce((score, [key, held]) => {
    const property = properties[key];
    if (property === undefined) return score - 1;
    if (property.const === undefined) return score + 1;
    return property.const === held ? score + 100 : score - 100;
  }, 0);
}

/** The entries of an object in the order in which the schema tells them; what it does not know comes last. */
export function inSchemaOrder(value: object, schema: JsonSchema): [string, unknown][] {
  const order = Object.keys(schema.properties ?? {});
  const placeOf = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(value).toSorted(([a], [b]) => placeOf(a) - placeOf(b));
}
