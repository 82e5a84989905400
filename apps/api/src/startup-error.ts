/** Why the service cannot start, in one sentence for whoever started it; printed without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
