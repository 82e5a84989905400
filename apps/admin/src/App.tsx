import { lazy } from 'react';
import { Admin, CustomRoutes, localStorageStore, reactRouterProvider, Resource } from 'react-admin';
import { Layout } from './layout/Layout.tsx';
import { NotFound } from './layout/NotFound.tsx';
import { darkTheme, lightTheme } from './layout/theme.ts';
import { authProvider } from './providers/authProvider.ts';
import { dataProvider } from './providers/dataProvider.ts';
import { i18nProvider } from './providers/i18nProvider.ts';
import { queryClient } from './providers/queryClient.ts';
import { AccountPage, AccountsPage } from './resources/accounts/index.ts';
import { ApiKeysPage } from './resources/api-keys/index.ts';
import { AuditPage } from './resources/audit/index.ts';
import { changes } from './resources/changes/index.ts';
import { DecisionPage, DecisionsPage } from './resources/decisions/index.ts';
import { FundPage, FundsPage } from './resources/funds/index.ts';
import { Home } from './resources/home/Home.tsx';
import { LiquidationPage, LiquidationsPage } from './resources/liquidations/index.ts';
import { LossesPage, LossPage, NewLossPage } from './resources/losses/index.ts';
import { PeoplePage, PersonPage, RolesPage } from './resources/people/index.ts';
import { policies } from './resources/policies/index.ts';
import { SolvencyPage } from './resources/solvency/index.ts';

const EvaluatePage = lazy(() =>
  import('./resources/evaluations/EvaluatePage.tsx').then(({ EvaluatePage: page }) => ({ default: page })),
);

const InboxPage = lazy(() =>
  import('./resources/changes/inbox/InboxPage.tsx').then(({ InboxPage: page }) => ({ default: page })),
);

const { Route } = reactRouterProvider;

const store = localStorageStore('1', 'Backstop');

/** The map of the console. */
export function App() {
  return (
    <Admin
      title="Backstop"
      dataProvider={dataProvider}
      authProvider={authProvider}
      loginPage={false}
      queryClient={queryClient}
      i18nProvider={i18nProvider}
      store={store}
      layout={Layout}
      dashboard={Home}
      catchAll={NotFound}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      disableTelemetry
    >
      <Resource {...policies} />
      <Resource {...changes} />
      <CustomRoutes>
        <Route path="/inbox" element={<InboxPage />} />
        <Route path="/evaluate" element={<EvaluatePage />} />
        <Route path="/accounts" element={<AccountsPage />} />
        <Route path="/accounts/:id" element={<AccountPage />} />
        <Route path="/decisions" element={<DecisionsPage />} />
        <Route path="/decisions/:id" element={<DecisionPage />} />
        <Route path="/funds" element={<FundsPage />} />
        <Route path="/funds/:id" element={<FundPage />} />
        <Route path="/liquidations" element={<LiquidationsPage />} />
        <Route path="/liquidations/:id" element={<LiquidationPage />} />
        <Route path="/losses" element={<LossesPage />} />
        <Route path="/losses/new" element={<NewLossPage />} />
        <Route path="/losses/:id" element={<LossPage />} />
        <Route path="/solvency" element={<SolvencyPage />} />
        <Route path="/people" element={<PeoplePage />} />
        <Route path="/people/:id" element={<PersonPage />} />
        <Route path="/roles" element={<RolesPage />} />
        <Route path="/api-keys" element={<ApiKeysPage />} />
        <Route path="/audit" element={<AuditPage />} />
      </CustomRoutes>
    </Admin>
  );
}
