/** The entries of a JSON object, in its order; null for anything else, arrays included. */
export function objectEntries(value: unknown): readonly (readonly [string, unknown])[] | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
}

/** A field of a JSON object; undefined where the value is none or has no such field of its own. */
export function fieldOf(value: unknown, field: string): unknown {
  return objectEntries(value)?.find(([name]) => name === field)?.[1];
}
