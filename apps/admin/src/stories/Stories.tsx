import { Suspense } from 'react';
import Box from '@mui/material/Box';
import { AdminContext } from 'react-admin';
import { FailureBoundary } from '../layout/FailureBoundary.tsx';
import { Loading } from '../layout/Loading.tsx';
import { Panel } from '../layout/Panel.tsx';
import { darkTheme, lightTheme } from '../layout/theme.ts';
import { dataProvider } from '../providers/dataProvider.ts';
import { i18nProvider } from '../providers/i18nProvider.ts';
import { queryClient } from '../providers/queryClient.ts';
import { stories } from './storyList.tsx';

/** Every part that speaks of the domain, alone and with what it is about: one page, light and dark as the system says. */
export function Stories() {
  return (
    <AdminContext
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
    >
      <Box component="main" sx={{ p: 3, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Box component="h1" sx={{ m: 0, fontSize: '1.5rem' }}>
          Backstop, part by part
        </Box>
        {stories.map(({ name, shown }) => (
          <Panel key={name} title={name}>
            <FailureBoundary>
              <Suspense fallback={<Loading rows={2} />}>{shown}</Suspense>
            </FailureBoundary>
          </Panel>
        ))}
      </Box>
    </AdminContext>
  );
}
