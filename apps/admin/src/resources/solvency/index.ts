import { lazy } from 'react';

/** In a chunk of its own. */
export const SolvencyPage = lazy(() =>
  import('./SolvencyPage.tsx').then(({ SolvencyPage: page }) => ({ default: page })),
);
