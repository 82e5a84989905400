import { canonicalJson } from '../../canonical/index.ts';
import type { BoundTrigger } from './bound-trigger.ts';

/** A difference of rules or exits before it is known what it does. */
export interface Edit {
  readonly path: string;
  /** `rule \`liquidation\` is removed`. */
  readonly what: string;
  /** Null where there was, or is, nothing. */
  readonly before: unknown;
  readonly after: unknown;
  /** The trigger there was, with this difference alone. */
  readonly alone: (then: BoundTrigger, now: BoundTrigger) => BoundTrigger;
}

/** Whether two parts of documents say the same, in whatever order their fields stand. */
export function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

/** A part of a document as text; null where there is none. */
export function textOf(part: unknown): string | null {
  if (part === null || part === undefined) return null;
  return typeof part === 'string' ? part : canonicalJson(part);
}

/** `is added`, `is removed` or `is changed`. */
export function verbOf(before: unknown, after: unknown): string {
  if (before === undefined || before === null) return 'is added';
  return after === undefined || after === null ? 'is removed' : 'is changed';
}
