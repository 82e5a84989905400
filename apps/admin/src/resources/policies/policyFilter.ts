/** What the catalog can be narrowed by; the names are those of the API's query. */
export interface PolicyFilter {
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly q?: string | undefined;
}

/** The filter without the parts that say nothing, so that the address stays short. */
export function narrowed(filter: PolicyFilter): Record<string, string> {
  const entries = Object.entries(filter).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}
