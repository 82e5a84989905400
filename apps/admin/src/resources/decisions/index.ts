import { lazy } from 'react';

/** Each page in a chunk of its own. */
export const DecisionsPage = lazy(() =>
  import('./DecisionsPage.tsx').then(({ DecisionsPage: page }) => ({ default: page })),
);
export const DecisionPage = lazy(() =>
  import('./DecisionPage.tsx').then(({ DecisionPage: page }) => ({ default: page })),
);
