import Box from '@mui/material/Box';
import { alpha, type Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Tone } from '../layout/palette.ts';

/** A word with a color that says how serious it is; the word alone says it too. */
export function ToneChip({
  tone,
  children,
  outlined = false,
}: {
  tone: Tone;
  children: ReactNode;
  outlined?: boolean;
}) {
  return (
    <Box
      component="span"
      sx={(theme: Theme) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        px: 1,
        py: 0.2,
        borderRadius: 1,
        fontSize: '0.78rem',
        fontWeight: 600,
        lineHeight: 1.5,
        whiteSpace: 'nowrap',
        color: theme.palette.tones[tone],
        border: `1px solid ${alpha(theme.palette.tones[tone], 0.35)}`,
        bgcolor: outlined
          ? 'transparent'
          : alpha(theme.palette.tones[tone], theme.palette.mode === 'dark' ? 0.14 : 0.08),
      })}
    >
      {children}
    </Box>
  );
}
