import { Suspense, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import { useLocation, useTranslate } from 'react-admin';
import { useSession } from '../providers/session.ts';
import { SessionGate } from '../resources/session/SessionGate.tsx';
import { FailureBoundary } from './FailureBoundary.tsx';
import { Loading } from './Loading.tsx';
import { Navigation } from './Navigation.tsx';
import { NoRole } from './NoRole.tsx';
import { TopBar } from './TopBar.tsx';

/** The frame of every page, for who is signed in. */
export function Layout({ children }: { children?: ReactNode }) {
  return (
    <SessionGate>
      <Frame>{children}</Frame>
    </SessionGate>
  );
}

/** The bar on top, the ways on the left, the page. */
function Frame({ children }: { children?: ReactNode }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const hasRole = (useSession().person?.roles.length ?? 0) > 0;
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <Box component="a" href="#main-content" onClick={skipToContent} sx={skipLink}>
        {translate('shell.skip')}
      </Box>
      <TopBar />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        <Navigation />
        <Box component="main" id="main-content" tabIndex={-1} sx={mainContent}>
          <Box sx={{ maxWidth: WIDTH_MAX }}>
            <FailureBoundary>
              <Suspense fallback={<Loading />}>{hasRole || pathname === ROLES ? children : <NoRole />}</Suspense>
            </FailureBoundary>
          </Box>
        </Box>
      </Box>
    </Box>
  );
}

/** The one page that is open without any role: it says what each would open. */
const ROLES = '/roles';

/** In pixels, all of a wide screen: over a still wider table the eye no longer finds the row that it came from. */
const WIDTH_MAX = 2320;

/** The hash is the router's, so the link moves the focus itself. */
function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main-content')?.focus();
}

const mainContent = {
  flex: 1,
  minWidth: 0,
  px: { xs: 2, md: 3, xl: 4 },
  py: { xs: 2, md: 2.5 },
  '&:focus': { outline: 'none' },
} as const;

const skipLink = {
  position: 'absolute',
  left: 8,
  top: -60,
  zIndex: 2000,
  px: 2,
  py: 1,
  bgcolor: 'background.paper',
  color: 'primary.main',
  borderRadius: 1,
  '&:focus': { top: 8 },
} as const;
