import type { Allowed } from '../problem/index.ts';

/** The answer to an act that may not be done now. */
export function refused(code: string, message: string): Allowed<never> {
  return { ok: false, refusal: { code, message } };
}
