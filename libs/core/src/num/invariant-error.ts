/** Our own mistake, never the caller's document or account: thrown, never caught in the core. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}
