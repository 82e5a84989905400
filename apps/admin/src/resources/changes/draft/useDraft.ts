import { useState } from 'react';
import type { Draft } from './draft.ts';
import { isSameDraft } from './mergeDrafts.ts';
import { forgetTyped, keepTyped, keptTyped, type Typed } from './draftStore.ts';

interface Options {
  /** Whose and of which change: nobody is shown what another person typed. */
  readonly key: string;
  /** What the service holds; what is shown while nothing was typed. */
  readonly stored: Draft;
  /** Of what the service holds; null = it holds nothing yet. */
  readonly revision: number | null;
}

export interface DraftState {
  readonly draft: Draft;
  /** The revision that a write is to name. */
  readonly revision: number | null;
  readonly isDirty: boolean;
  /** Whether what is typed was found in the browser when the page opened. */
  readonly isRestored: boolean;
  /** Whether somebody has written since it was typed: what is typed then stands on an old revision. */
  readonly isOutdated: boolean;
  /** Whether the browser could keep what was typed last. */
  readonly isKept: boolean;
  readonly change: (next: Draft) => void;
  /** What it was typed on; null where nothing was typed, and where that is not known any more. */
  readonly base: Draft | null;
  /** Goes on with another text that stands on what the service holds now. */
  readonly goOnWith: (next: Draft) => void;
  /** Goes back to what the service holds: also once it holds what was typed. */
  readonly forget: () => void;
}

/** A draft as it is typed, kept in the browser until the service has it. */
export function useDraft({ key, stored, revision }: Options): DraftState {
  const [typed, setTyped] = useState<Typed | null>(() => keptTyped(key));
  const [isRestored, setRestored] = useState(typed !== null);
  const [isKept, setKept] = useState(true);
  const keep = (next: Typed): void => {
    setTyped(next);
    setKept(keepTyped(key, next));
  };
  const forget = (): void => {
    forgetTyped(key);
    setTyped(null);
    setRestored(false);
  };
  return {
    draft: typed?.draft ?? stored,
    revision: typed === null ? revision : typed.revision,
    isDirty: typed !== null,
    isRestored,
    isOutdated: typed !== null && typed.revision !== revision,
    isKept,
    base: typed?.base ?? null,
    change: (draft) => keep(typed === null ? { draft, revision, base: stored } : { ...typed, draft }),
    goOnWith: (draft) => {
      if (isSameDraft(draft, stored)) forget();
      else keep({ draft, revision, base: stored });
    },
    forget,
  };
}
