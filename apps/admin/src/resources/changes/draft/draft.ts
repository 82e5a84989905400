import type { ChangeRequest, ChangeResource, EntryRequest } from '@backstop/contracts';
import { parsedJson } from '../../../text/parsedJson.ts';
import { scopeOfTexts, textsOfScope, type ScopeTexts } from './scopeTexts.ts';
import { isRecord } from '../../../text/isRecord.ts';

/** One policy of a change, as it is being typed. */
export interface DraftEntry {
  readonly policy: string;
  /** The version that it is written against; null = there is none. */
  readonly base: number | null;
  readonly title: string;
  readonly scope: ScopeTexts;
  /** The document as JSON, however unfinished. */
  readonly text: string;
  /** Whether the policy is taken out of force; the text is kept and not sent. */
  readonly ends: boolean;
  readonly mode: 'enforce' | 'shadow';
}

/** A change as it is being typed. */
export interface Draft {
  readonly reason: string;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly requestedApprovers: readonly string[];
  readonly entries: readonly DraftEntry[];
}

export const EMPTY_DRAFT: Draft = {
  reason: '',
  effectiveFrom: null,
  effectiveUntil: null,
  requestedApprovers: [],
  entries: [],
};

/** What the service holds of a change, ready to be typed in. */
export function draftOfChange(change: ChangeResource): Draft {
  return {
    reason: change.reason,
    effectiveFrom: change.effectiveFrom,
    effectiveUntil: change.effectiveUntil,
    requestedApprovers: change.requestedApprovers,
    entries: change.entries.map(({ policy, base, title, scope, document, mode, before }) => ({
      policy,
      base,
      title,
      scope: textsOfScope(scope),
      text: documentText(document ?? before?.document ?? {}),
      ends: document === null,
      mode,
    })),
  };
}

/** What is sent of a draft; null while a document is no JSON object, which nobody could store. */
export function requestOfDraft(draft: Draft): ChangeRequest | null {
  const entries = draft.entries.map(entryRequest);
  if (!entries.every((entry) => entry !== null)) return null;
  const { reason, effectiveFrom, effectiveUntil, requestedApprovers } = draft;
  return { reason, effectiveFrom, effectiveUntil, requestedApprovers: [...requestedApprovers], entries };
}

/** A document as people read and type it. */
export function documentText(document: unknown): string {
  return JSON.stringify(document, null, 2);
}

function entryRequest({ policy, base, title, scope, text, ends, mode }: DraftEntry): EntryRequest | null {
  const document = ends ? null : objectOf(text);
  if (document === undefined) return null;
  return { policy, base, title, scope: scopeOfTexts(scope), document, mode };
}

/** The object that a text is; undefined where it is none. */
function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parsedJson(text);
  return isRecord(value) ? value : undefined;
}
