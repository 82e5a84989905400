import Box from '@mui/material/Box';
import { LinkBase } from 'react-admin';
import { Mark } from './Mark.tsx';
import { PolicySetBanner } from './PolicySetBanner.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { UserMenu } from './UserMenu.tsx';

/** The name, what is in force, who is signed in, and the switch for light and dark. */
export function TopBar() {
  return (
    <Box component="header" sx={bar}>
      <Box component={LinkBase} to="/" sx={name}>
        <Mark />
        <Box component="span">Backstop</Box>
      </Box>
      <Box sx={{ order: { xs: 3, md: 2 }, flex: { xs: '1 0 100%', md: '1 1 0' }, minWidth: 0 }}>
        <PolicySetBanner />
      </Box>
      <Box sx={{ order: { xs: 2, md: 3 }, ml: 'auto', display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <UserMenu />
        <ThemeSwitch />
      </Box>
    </Box>
  );
}

const bar = {
  bgcolor: 'bar.main',
  color: 'bar.ink',
  borderBottom: 1,
  borderColor: 'divider',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  px: { xs: 1.5, md: 2 },
  minHeight: 52,
  position: 'sticky',
  top: 0,
  zIndex: 1100,
} as const;

const name = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 1.25,
  minHeight: 52,
  minWidth: { md: 176 },
  fontSize: '1.02rem',
  fontWeight: 650,
  letterSpacing: '-0.01em',
  color: 'inherit',
  textDecoration: 'none',
  '&:focus-visible': { outline: '2px solid currentColor', outlineOffset: -6, borderRadius: 1 },
} as const;
