import { changedPlaces, mergeThreeWay } from '@backstop/core/change';
import type { ChangedPlace, Conflict, Json, JsonObject, Resolutions, RowKeys } from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import { kindNamed, parsePolicyId } from '@backstop/core/policy';
import { parsedJson } from '../../../text/parsedJson.ts';
import { documentText, type Draft, type DraftEntry } from './draft.ts';
import { isRecord } from '../../../text/isRecord.ts';

/** What two people made of one draft, each from the same base. */
export interface DraftSides {
  readonly base: Draft;
  readonly mine: Draft;
  readonly theirs: Draft;
}

export interface MergedDrafts {
  /** Where there are conflicts, mine stands in their places. */
  readonly merged: Draft;
  readonly conflicts: readonly Conflict[];
}

/**
 * Mine put on theirs: every change that only one of the two made, by policy, row and field, and what both made alike.
 * Where both changed the same thing differently it is a conflict, and somebody says whose value stands.
 */
export function mergeDrafts({ base, mine, theirs }: DraftSides, resolutions: Resolutions = new Map()): MergedDrafts {
  const rowKeys = rowKeysOf([base, mine, theirs]);
  const [was, ours, others] = [jsonOf(base), jsonOf(mine), jsonOf(theirs)];
  const { merged, conflicts } = mergeThreeWay(was, ours, others, { rowKeys, resolutions });
  return { merged: draftOf(merged as unknown as DraftJson, [mine, theirs]), conflicts };
}

/** What one of the two changed, place by place. */
export function draftChanges(base: Draft, side: Draft): readonly ChangedPlace[] {
  return changedPlaces(jsonOf(base), jsonOf(side), { rowKeys: rowKeysOf([base, side]) });
}

/** Whether two drafts say the same, however their documents are laid out. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return draftChanges(one, other).length === 0;
}

interface EntryJson extends Omit<DraftEntry, 'text'> {
  /** A text that is no JSON object is one value. */
  readonly document: JsonObject | string;
}

interface DraftJson extends Omit<Draft, 'requestedApprovers' | 'entries'> {
  /** By id: each is asked or is not, and their order says nothing. */
  readonly requestedApprovers: Readonly<Record<string, true>>;
  readonly entries: readonly EntryJson[];
}

function jsonOf({ requestedApprovers, entries, ...beside }: Draft): Json {
  const json: DraftJson = {
    ...beside,
    requestedApprovers: Object.fromEntries(requestedApprovers.map((id) => [id, true])),
    entries: entries.map(({ text, ...entry }) => ({ ...entry, document: documentOf(text) })),
  };
  return json as unknown as Json;
}

function documentOf(text: string): JsonObject | string {
  const value = parsedJson(text);
  return isRecord(value) ? (value as JsonObject) : text;
}

function draftOf({ requestedApprovers, entries, ...beside }: DraftJson, sides: readonly Draft[]): Draft {
  return {
    ...beside,
    requestedApprovers: Object.keys(requestedApprovers),
    entries: entries.map(({ document, ...entry }) => ({ ...entry, text: textOf(entry.policy, document, sides) })),
  };
}

/** As somebody typed it, where it says just that: nothing is laid out anew under whoever types. */
function textOf(policy: string, document: JsonObject | string, sides: readonly Draft[]): string {
  if (typeof document === 'string') return document;
  const text = documentText(document);
  const typed = sides.map(({ entries }) => entries.find((entry) => entry.policy === policy)?.text);
  return typed.find((one) => one !== undefined && documentText(parsedJson(one)) === text) ?? text;
}

/** Policies by their id, and the rows of their documents by what their kinds tell them apart by. */
function rowKeysOf(drafts: readonly Draft[]): RowKeys {
  const policies = new Set(drafts.flatMap(({ entries }) => entries.map(({ policy }) => policy)));
  const ofDocuments = [...policies].flatMap((policy) => {
    const { rowKeys = {} } = kindNamed(parsePolicyId(policy)?.kind ?? '', kinds) ?? {};
    return Object.entries(rowKeys).map(([pointer, fields]): [string, readonly string[]] => [
      `/entries/policy=${policy}/document${pointer}`,
      fields,
    ]);
  });
  return new Map([['/entries', ['policy']], ...ofDocuments]);
}
