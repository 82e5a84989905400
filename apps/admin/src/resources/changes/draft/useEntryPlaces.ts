import { useState } from 'react';
import type { DraftEntry } from './draft.ts';

/** A place in a document that somebody wants to be led to; another object each time. */
export interface WantedPlace {
  /** Into the document. */
  readonly pointer: string;
}

/** Which policies of a draft are unfolded, and the way to a place that the service named. */
export interface EntryPlaces {
  readonly isOpen: (policy: string) => boolean;
  readonly fold: (policy: string, isOpen: boolean) => void;
  readonly wantedOf: (policy: string) => WantedPlace | null;
  /** Null where the pointer is into no document of the draft. */
  readonly goTo: (pointer: string) => (() => void) | null;
}

const IN_DOCUMENT = /^\/entries\/(\d+)\/document(\/.*)?$/;

/** `openAtFirst`: as many policies as are unfolded without being asked. */
export function useEntryPlaces(entries: readonly DraftEntry[], openAtFirst: number): EntryPlaces {
  const [folds, setFolds] = useState<Readonly<Record<string, boolean>>>({});
  const [wanted, setWanted] = useState<(WantedPlace & { readonly policy: string }) | null>(null);
  const [isFew] = useState(entries.length <= openAtFirst);
  const fold = (policy: string, isOpen: boolean): void => setFolds((known) => ({ ...known, [policy]: isOpen }));
  return {
    isOpen: (policy) => folds[policy] ?? (isFew && entries.length <= openAtFirst),
    fold,
    wantedOf: (policy) => (wanted?.policy === policy ? wanted : null),
    goTo: (pointer) => {
      const [, at = '', place = ''] = IN_DOCUMENT.exec(pointer) ?? [];
      const policy = at === '' ? undefined : entries[Number(at)]?.policy;
      if (policy === undefined) return null;
      return () => {
        fold(policy, true);
        setWanted({ policy, pointer: place });
      };
    },
  };
}
