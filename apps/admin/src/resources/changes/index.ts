import { lazy } from 'react';

/** Each page in a chunk of its own; a draft is typed on one page, whether it exists already or not. */
export const changes = {
  name: 'changes',
  list: lazy(() => import('./ChangeList.tsx').then(({ ChangeList }) => ({ default: ChangeList }))),
  show: lazy(() => import('./ChangeShow.tsx').then(({ ChangeShow }) => ({ default: ChangeShow }))),
  edit: lazy(() => import('./draft/DraftPage.tsx').then(({ DraftPage }) => ({ default: DraftPage }))),
  create: lazy(() => import('./draft/DraftPage.tsx').then(({ DraftPage }) => ({ default: DraftPage }))),
};
