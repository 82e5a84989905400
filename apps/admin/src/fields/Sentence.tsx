import { Fragment } from 'react';
import Box from '@mui/material/Box';
import { MONO } from '../layout/theme.ts';
import { groupWithin } from '../text/figures.ts';

interface Props {
  readonly text: string;
  /** Whether it stands within a longer one, and so neither begins large nor ends with a point. */
  readonly isWithin?: boolean;
}

/** A sentence of the core: begins large, ends with a point, its figures are grouped, and what it quotes in backticks is set apart. */
export function Sentence({ text, isWithin = false }: Props) {
  const whole = isWithin
    ? text.replace(/\.$/, '')
    : text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
  return (
    <>
      {whole.split('`').map((part, index) => (
        // Every second part stood between backticks; the parts never move.
        <Fragment key={index}>
          {index % 2 === 0 ? (
            groupWithin(part)
          ) : (
            <Box
              component="span"
              sx={{ fontFamily: MONO, fontSize: '0.92em', bgcolor: 'action.hover', borderRadius: 0.5, px: 0.4 }}
            >
              {part}
            </Box>
          )}
        </Fragment>
      ))}
    </>
  );
}
