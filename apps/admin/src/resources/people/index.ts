import { lazy } from 'react';

/** Each page in a chunk of its own. */
export const PeoplePage = lazy(() => import('./PeoplePage.tsx').then(({ PeoplePage: page }) => ({ default: page })));
export const PersonPage = lazy(() => import('./PersonPage.tsx').then(({ PersonPage: page }) => ({ default: page })));
export const RolesPage = lazy(() => import('./RolesPage.tsx').then(({ RolesPage: page }) => ({ default: page })));
