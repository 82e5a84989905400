/** A kind's id: lower-case words joined by hyphens. */
export const KIND_PATTERN = /^[a-z][a-z-]{0,63}$/;

/** A policy's key, unique within its kind. */
export const KEY_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;

/** `<kind>.<key>`: the policy's id, the same in every database. */
export function policyId(kind: string, key: string): string {
  return `${kind}.${key}`;
}

/** The parts of a policy id, or null where the text is none. Neither part holds a point, so the cut is unambiguous. */
export function parsePolicyId(id: string): { readonly kind: string; readonly key: string } | null {
  const point = id.indexOf('.');
  const kind = id.slice(0, Math.max(point, 0));
  const key = id.slice(point + 1);
  return KIND_PATTERN.test(kind) && KEY_PATTERN.test(key) ? { kind, key } : null;
}
