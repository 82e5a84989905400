import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Mark } from '../../layout/Mark.tsx';
import { ThemeSwitch } from '../../layout/ThemeSwitch.tsx';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  /** A second sheet; null where there is none. */
  readonly beside?: ReactNode;
}

/** A page before the console is open: the name, one sentence what it is, and a sheet. */
export function SignInFrame({ title, lead, children, beside = null }: Props) {
  const translate = useTranslate();
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default', display: 'flex', flexDirection: 'column' }}>
      <Box component="header" sx={bar}>
        <Mark />
        <Box component="span" sx={{ fontSize: '1.02rem', fontWeight: 650, letterSpacing: '-0.01em' }}>
          {translate('session.product')}
        </Box>
        <Box sx={{ ml: 'auto' }}>
          <ThemeSwitch />
        </Box>
      </Box>
      <Box component="main" sx={{ flex: 1, px: 2, py: { xs: 3, md: 7 } }}>
        <Typography sx={{ ...about, maxWidth: beside === null ? 420 : 880 }}>{translate('session.about')}</Typography>
        <Box sx={{ ...sheets, maxWidth: beside === null ? 420 : 880 }}>
          <Box component="section" aria-labelledby="sign-in-title" sx={sheet}>
            <Typography id="sign-in-title" variant="h1" sx={{ mb: lead === undefined ? 2.5 : 1 }}>
              {title}
            </Typography>
            {lead === undefined ? null : (
              <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2.5 }}>
                {lead}
              </Typography>
            )}
            {children}
          </Box>
          {beside}
        </Box>
      </Box>
    </Box>
  );
}

const bar = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  px: 2,
  minHeight: 52,
  bgcolor: 'bar.main',
  color: 'bar.ink',
  borderBottom: 1,
  borderColor: 'divider',
} as const;

const about = { mx: 'auto', mb: 3, color: 'text.secondary', fontSize: '0.95rem' } as const;

const sheets = {
  mx: 'auto',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: 2,
  '& > *': { flex: '1 1 380px' },
} as const;

const sheet = {
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  p: 3,
  minWidth: 0,
} as const;
