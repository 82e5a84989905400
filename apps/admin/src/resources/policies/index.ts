import { lazy } from 'react';

/** Each page in a chunk of its own. */
export const policies = {
  name: 'policies',
  list: lazy(() => import('./PolicyList.tsx').then(({ PolicyList }) => ({ default: PolicyList }))),
  show: lazy(() => import('./PolicyShow.tsx').then(({ PolicyShow }) => ({ default: PolicyShow }))),
};
