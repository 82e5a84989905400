import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Box sx={{ py: 5, px: 3, textAlign: 'center', color: 'text.secondary' }}>
      <Typography sx={{ fontWeight: 600, color: 'text.primary' }}>{title}</Typography>
      {children === undefined ? null : <Box sx={{ mt: 0.75 }}>{children}</Box>}
    </Box>
  );
}
