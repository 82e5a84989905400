/** A place of a draft as people read it. */
export interface DraftPlace {
  /** Null = about the whole change. */
  readonly policy: string | null;
  /** Within the policy or the change; empty = the whole of it. */
  readonly path: string;
  readonly isInDocument: boolean;
}

const OF_ENTRY = /^\/entries\/policy=([^/]+)(\/.*)?$/;
const DOCUMENT = /^\/document(?=\/|$)/;

/** What a pointer of a merge is about: `/entries/policy=<id>/document/tiers/…` or `/reason`. */
export function draftPlace(pointer: string): DraftPlace {
  const [, policy, path = ''] = OF_ENTRY.exec(pointer) ?? [];
  if (policy === undefined) return { policy: null, path: pointer, isInDocument: false };
  return { policy, path: path.replace(DOCUMENT, ''), isInDocument: DOCUMENT.test(path) };
}
