import { parsedJson } from '../../../text/parsedJson.ts';
import type { Draft } from './draft.ts';

/** What was typed and not saved, with the revision that it was typed on; null = of a change that does not exist yet. */
export interface Typed {
  readonly revision: number | null;
  readonly draft: Draft;
}

/** Raised when the shape changes: what an older console kept is then left alone. */
const FORMAT = 1;

/** Keeps what is typed in the browser, so that a reload or a session that ends loses nothing; false = there is no room. */
export function keepTyped(key: string, typed: Typed): boolean {
  try {
    localStorage.setItem(storeKey(key), JSON.stringify({ format: FORMAT, ...typed }));
    return true;
  } catch {
    return false;
  }
}

/** What was kept; null where there is nothing. */
export function keptTyped(key: string): Typed | null {
  const kept = parsedJson(localStorage.getItem(storeKey(key)) ?? '') as (Typed & { readonly format: unknown }) | null;
  return kept?.format === FORMAT ? { revision: kept.revision, draft: kept.draft } : null;
}

export function forgetTyped(key: string): void {
  localStorage.removeItem(storeKey(key));
}

function storeKey(key: string): string {
  return `backstop.draft.${key}`;
}
