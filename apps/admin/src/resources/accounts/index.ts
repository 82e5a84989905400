import { lazy } from 'react';

/** Each page in a chunk of its own. */
export const AccountsPage = lazy(() =>
  import('./AccountsPage.tsx').then(({ AccountsPage: page }) => ({ default: page })),
);
export const AccountPage = lazy(() => import('./AccountPage.tsx').then(({ AccountPage: page }) => ({ default: page })));
