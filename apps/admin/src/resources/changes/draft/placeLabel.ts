import { draftPlace } from './draftPlace.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What the draft calls the fields that stand around documents. */
const LABELS: Readonly<Record<string, string>> = {
  reason: 'draft.reason',
  effectiveFrom: 'draft.from',
  effectiveUntil: 'draft.until',
  requestedApprovers: 'draft.approvers',
  title: 'draft.title',
  scope: 'draft.scope',
  mode: 'draft.mode',
  ends: 'draft.ends',
  base: 'merge.base_version',
};

/** A place of a draft in words; a row of a document by its pointer. */
export function placeLabel(pointer: string, translate: Translate): string {
  const { policy, path, isInDocument } = draftPlace(pointer);
  const label = LABELS[path.split('/')[1] ?? ''];
  const what = isInDocument || label === undefined ? path : translate(label);
  return [policy, what].filter((part) => part !== null && part !== '').join(' ');
}
