import { useState } from 'react';
import type { RawDocument } from '../editorProps.ts';

export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (next: RawDocument) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Steps that are kept. */
const KEPT = 100;

/** What a document said before each change made here, and after each that was taken back. */
export function useHistory(document: RawDocument, onChange: (document: RawDocument) => void): History {
  const [{ past, future }, keep] = useState<{ past: readonly RawDocument[]; future: readonly RawDocument[] }>({
    past: [],
    future: [],
  });
  const [before, after] = [past.at(-1), future.at(-1)];
  return {
    canUndo: before !== undefined,
    canRedo: after !== undefined,
    change: (next) => {
      keep({ past: [...past, document].slice(-KEPT), future: [] });
      onChange(next);
    },
    undo: () => {
      if (before === undefined) return;
      keep({ past: past.slice(0, -1), future: [...future, document] });
      onChange(before);
    },
    redo: () => {
      if (after === undefined) return;
      keep({ past: [...past, document], future: future.slice(0, -1) });
      onChange(after);
    },
  };
}
