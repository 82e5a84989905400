import { lazy } from 'react';

/** In a chunk of its own. */
export const AuditPage = lazy(() => import('./AuditPage.tsx').then(({ AuditPage: page }) => ({ default: page })));
