import { lazy } from 'react';

/** Each page in a chunk of its own. */
export const FundsPage = lazy(() => import('./FundsPage.tsx').then(({ FundsPage: page }) => ({ default: page })));
export const FundPage = lazy(() => import('./FundPage.tsx').then(({ FundPage: page }) => ({ default: page })));
