import { Fragment } from 'react';
import Box from '@mui/material/Box';
import { MONO } from '../layout/theme.ts';
import { groupWithin } from '../text/figures.ts';
import { inWords } from '../text/phrases.ts';

interface Props {
  readonly text: string;
  /** Whether it stands within a longer one, and so neither begins large nor ends with a point. */
  readonly isWithin?: boolean;
}

/** A sentence of the core, in the language of the page where it has one: begins large, ends with a point, its figures are grouped, and what it quotes in backticks is set apart. */
export function Sentence({ text, isWithin = false }: Props) {
  const told = inWords(text);
  const whole = isWithin
    ? told.replace(/\.$/, '')
    : told.charAt(0).toUpperCase() + told.slice(1) + (/[.!?]$/.test(told) ? '' : '.');
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
