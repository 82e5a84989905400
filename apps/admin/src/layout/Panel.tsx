import { useId, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Scroller } from './Scroller.tsx';

interface Props {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** null where the sheet is folded: only its title then. */
  readonly children: ReactNode;
  /** Tables run to the edge; everything else keeps a margin. */
  readonly flush?: boolean;
  /** Over all columns of the grid it lies in. */
  readonly isWide?: boolean;
}

/** A titled sheet of a page. */
export function Panel({ title, note, actions, children, flush = false, isWide = false }: Props) {
  const headingId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={headingId}
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        minWidth: 0,
        ...(isWide ? { gridColumn: '1 / -1' } : {}),
      }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 2,
          rowGap: 1,
          px: 2,
          py: 1.25,
          minHeight: 48,
        }}
      >
        <Typography id={headingId} variant="h2" sx={{ mr: 'auto' }}>
          {title}
          {note === undefined ? null : (
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 1, fontWeight: 400 }}>
              {note}
            </Typography>
          )}
        </Typography>
        {actions}
      </Box>
      {children === null ? null : flush ? (
        <Scroller labelledBy={headingId} isRuled>
          {children}
        </Scroller>
      ) : (
        <Box sx={{ px: 2, pb: 2 }}>{children}</Box>
      )}
    </Box>
  );
}
