import { Fragment, type ReactNode } from 'react';
import Box from '@mui/material/Box';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Short facts, a name over each, as many abreast as there is room for. */
export function Facts({ facts, columnWidth = 150 }: { facts: readonly Fact[]; columnWidth?: number }) {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: `repeat(auto-fill, minmax(${columnWidth}px, 1fr))`, gap: 2 }}
    >
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <Box sx={{ minWidth: 0 }}>
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.76rem', mb: 0.25 }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, fontSize: '0.9rem', overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        </Fragment>
      ))}
    </Box>
  );
}
