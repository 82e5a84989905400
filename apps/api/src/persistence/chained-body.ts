import { canonicalJson } from '@backstop/core/canonical';

/**
 * The body of a link as a row holds it. Somebody may have written to the row past the service: what is no canonical JSON,
 * or says otherwise than the columns beside it, becomes a body that the hash is not of.
 */
export function chainedBody(text: string, columns: Readonly<Record<string, string>>): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
    if (canonicalJson(body) !== text) return text;
  } catch {
    return text;
  }
  const told = { ...(body as Readonly<Record<string, unknown>>) };
  const agrees = Object.entries(columns).every(([name, value]) => told[name] === value);
  return agrees ? body : { body, columns };
}
