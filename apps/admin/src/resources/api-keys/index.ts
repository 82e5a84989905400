import { lazy } from 'react';

/** In a chunk of its own. */
export const ApiKeysPage = lazy(() => import('./ApiKeysPage.tsx').then(({ ApiKeysPage: page }) => ({ default: page })));
