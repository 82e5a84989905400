import { parsedJson } from '../../../text/parsedJson.ts';
import type { Draft } from './draft.ts';

/** What was typed and not saved, with what it was typed on. */
export interface Typed {
  readonly draft: Draft;
  /** Null = of a change that does not exist yet. */
  readonly revision: number | null;
  /** What the service held at that revision; null where it is not known any more. */
  readonly base: Draft | null;
}

/** Raised when the shape changes: what an older console kept is then left alone. */
const FORMAT = 1;

/** Keeps what is typed in the browser, so that a reload or a session that ends loses nothing; false = there is no room. */
export function keepTyped(key: string, typed: Typed): boolean {
  // Where there is no room for both, what was typed is worth more than what it was typed on.
  return isKept(key, typed) || isKept(key, { ...typed, base: null });
}

function isKept(key: string, typed: Typed): boolean {
  try {
    localStorage.setItem(storeKey(key), JSON.stringify({ format: FORMAT, ...typed }));
    return true;
  } catch {
    return false;
  }
}

/** What was kept; null where there is nothing. */
export function keptTyped(key: string): Typed | null {
  const kept = parsedJson(localStorage.getItem(storeKey(key)) ?? '') as
    (Omit<Typed, 'base'> & { readonly format: unknown; readonly base?: Draft | null }) | null;
  return kept?.format === FORMAT ? { revision: kept.revision, draft: kept.draft, base: kept.base ?? null } : null;
}

export function forgetTyped(key: string): void {
  localStorage.removeItem(storeKey(key));
}

function storeKey(key: string): string {
  return `backstop.draft.${key}`;
}
