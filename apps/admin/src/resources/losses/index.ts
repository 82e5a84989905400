import { lazy } from 'react';

/** Each page in a chunk of its own. */
export const LossesPage = lazy(() => import('./LossesPage.tsx').then(({ LossesPage: page }) => ({ default: page })));
export const LossPage = lazy(() => import('./LossPage.tsx').then(({ LossPage: page }) => ({ default: page })));
export const NewLossPage = lazy(() =>
  import('./form/NewLossPage.tsx').then(({ NewLossPage: page }) => ({ default: page })),
);
