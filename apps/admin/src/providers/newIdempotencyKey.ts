/**
 * A key for one act that creates something. Sent with every try of the act, so that a try whose answer was lost does
 * not make the thing twice. Not `crypto.randomUUID`: browsers keep that from consoles that are served without TLS.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
