import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';

interface Props {
  /** Its place, or a sign that stands for one. */
  readonly number: string;
  /** What the rule is called or gives. */
  readonly head: ReactNode;
  /** When it holds. */
  readonly children: ReactNode;
  /** What follows from it. */
  readonly aside?: ReactNode;
  readonly action?: ReactNode;
  /** Under all of these, as wide as they are. */
  readonly below?: ReactNode;
  /** Whether this is the rule that the page is about. */
  readonly isLit?: boolean;
}

/** A rule in a list of rules, its parts under those of the rule before; one under the other where there is no room. */
export function RuleRow({ number, head, children, aside, action, below, isLit = false }: Props) {
  const isWide = aside !== undefined;
  return (
    <Box component="li" sx={{ ...row, ...(isLit ? lit : {}) }}>
      <Box
        sx={{
          ...cells,
          gridTemplateColumns: {
            xs: '20px minmax(0, 1fr)',
            md: isWide ? '20px 150px minmax(0, 1fr) minmax(0, 1fr) 56px' : '20px 200px minmax(0, 1fr) max-content',
          },
        }}
      >
        <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{number}</Box>
        <Box sx={{ minWidth: 0 }}>{head}</Box>
        <Box sx={{ minWidth: 0 }}>{children}</Box>
        {isWide ? <Box sx={{ minWidth: 0 }}>{aside}</Box> : null}
        <Box>{action}</Box>
      </Box>
      {below === undefined ? null : <Box sx={{ ml: '36px', mt: 1 }}>{below}</Box>}
    </Box>
  );
}

/** The list that rows stand in. */
export const ruleList = { listStyle: 'none', m: 0, p: 0 } as const;

const row = { px: 2, py: 1.25, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } } as const;

const cells = {
  display: 'grid',
  '& > :nth-of-type(n+3)': { gridColumn: { xs: 2, md: 'auto' } },
  columnGap: 2,
  rowGap: 1,
} as const;

const lit = { boxShadow: (theme: Theme) => `inset 4px 0 0 ${theme.palette.brass}`, bgcolor: 'raised' } as const;
