import { useState } from 'react';
import { parsedJson } from '../../../text/parsedJson.ts';
import { documentPointer } from './documentPointer.ts';
import type { DraftEntry } from './draft.ts';

/** A place of a policy that somebody wants to be led to; another object each time. */
export interface WantedPlace {
  /** Into the document, or into what stands around it. */
  readonly pointer: string;
  readonly isInDocument: boolean;
}

/** Which policies of a draft are unfolded, and the way to a place that the service named. */
export interface EntryPlaces {
  readonly isOpen: (policy: string) => boolean;
  readonly fold: (policy: string, isOpen: boolean) => void;
  readonly wantedOf: (policy: string) => WantedPlace | null;
  /** Null where the pointer is into no policy of the draft. */
  readonly goTo: (pointer: string) => (() => void) | null;
}

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
      const place = placeIn(entries, pointer);
      if (place === null) return null;
      return () => {
        fold(place.policy, true);
        setWanted(place);
      };
    },
  };
}

const OF_REQUEST = /^\/entries\/(\d+)(\/.*)?$/;
const OF_POLICY = /^\/([^/]+)(\/.*)?$/;

/**
 * A place of a draft by a pointer into its request, `/entries/0/document/…`, or by one that begins with a policy:
 * `/<policy>/document/…`, or a row by its identity as differences have it, `/<policy>/tiers/notionalFloor=0/…`.
 */
export function placeIn(
  entries: readonly DraftEntry[],
  pointer: string,
): (WantedPlace & { readonly policy: string }) | null {
  const [, index, beside] = OF_REQUEST.exec(pointer) ?? [];
  const [, id, within] = OF_POLICY.exec(pointer) ?? [];
  const entry = index === undefined ? entries.find(({ policy }) => policy === id) : entries[Number(index)];
  if (entry === undefined) return null;
  const { policy, text } = entry;
  const rest = (index === undefined ? within : beside) ?? '';
  if (rest === '' || /^\/(title|scope|mode|base)(\/|$)/.test(rest)) {
    return { policy, pointer: rest, isInDocument: false };
  }
  const place = rest.replace(/^\/document(?=\/|$)/, '');
  return { policy, pointer: documentPointer(parsedJson(text), place), isInDocument: true };
}
