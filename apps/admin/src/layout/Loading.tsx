import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';

/** The quiet shape of a page that is on its way. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-live="polite" sx={{ width: '100%' }}>
      <Box component="span" sx={visuallyHidden}>
        {translate('shell.loading')}
      </Box>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="text" sx={{ fontSize: '1.6rem', width: row === 0 ? '32%' : '100%' }} />
      ))}
    </Box>
  );
}

/** Read out, not drawn. */
export const visuallyHidden = {
  position: 'absolute',
  // A plain 1 would be the whole width.
  width: '1px',
  height: '1px',
  p: 0,
  m: '-1px',
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  whiteSpace: 'nowrap',
  border: 0,
} as const;
