import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

interface Props {
  /** The whole name, for screen readers. */
  readonly label: string;
  readonly title: string;
  readonly sentence: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Fields under one heading. */
export function Group({ label, title, sentence, actions, children }: Props) {
  return (
    <Box
      component="fieldset"
      aria-label={label}
      sx={{ m: 0, p: 0, pl: 1.5, border: 0, borderLeft: 2, borderColor: 'divider', minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, mb: 1 }}>
        <Box sx={{ mr: 'auto' }}>
          <Typography variant="h3" component="h4">
            {title}
          </Typography>
          {sentence === '' ? null : (
            <Box sx={{ color: 'text.secondary', fontSize: '0.8rem', maxWidth: 760 }}>{sentence}</Box>
          )}
        </Box>
        {actions}
      </Box>
      {children}
    </Box>
  );
}
