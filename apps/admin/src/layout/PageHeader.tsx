import { useEffect, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

interface Props {
  readonly title: string;
  /** Above the title: the way back. */
  readonly trail?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

/** Title of a page, also that of its browser tab. */
export function PageHeader({ title, trail, lead, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · Backstop`;
  }, [title]);
  return (
    <Box component="header" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 2, mb: 2 }}>
      <Box sx={{ flex: 1, minWidth: 260 }}>
        {trail === undefined ? null : <Box sx={{ mb: 0.5 }}>{trail}</Box>}
        <Typography variant="h1">{title}</Typography>
        {lead === undefined ? null : (
          <Typography component="div" variant="body2" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: 900 }}>
            {lead}
          </Typography>
        )}
      </Box>
      {actions}
    </Box>
  );
}
