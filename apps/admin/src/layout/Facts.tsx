import type { ReactNode } from 'react';
import Box from '@mui/material/Box';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

interface Props {
  readonly facts: readonly Fact[];
  /** Columns of one width, in pixels; left out, each fact is as wide as it needs to be. */
  readonly columnWidth?: number;
}

/** Short facts, a name over each, as many abreast as there is room for. */
export function Facts({ facts, columnWidth }: Props) {
  const layout =
    columnWidth === undefined
      ? { display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1.5 }
      : {
          display: 'grid',
          gridTemplateColumns: `repeat(auto-fill, minmax(${String(columnWidth)}px, 1fr))`,
          columnGap: 2,
          rowGap: 1.5,
        };
  return (
    <Box component="dl" sx={{ m: 0, ...layout }}>
      {facts.map(({ label, value }) => (
        <Box key={label} sx={{ minWidth: 0 }}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.76rem', mb: 0.25 }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: '0.9rem', overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
