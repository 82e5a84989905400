import { lazy } from 'react';

/** Each page in a chunk of its own. */
export const LiquidationsPage = lazy(() =>
  import('./LiquidationsPage.tsx').then(({ LiquidationsPage: page }) => ({ default: page })),
);
export const LiquidationPage = lazy(() =>
  import('./LiquidationPage.tsx').then(({ LiquidationPage: page }) => ({ default: page })),
);
