import { Fragment } from 'react';
import Box from '@mui/material/Box';
import { MONO } from '../layout/theme.ts';
import { groupDigits, groupWithin } from '../text/figures.ts';
import { jsonInWords } from '../text/jsonInWords.ts';
import { inWords } from '../text/phrases.ts';
import { InstantField } from './InstantField.tsx';

interface Props {
  readonly text: string;
  /** Whether it stands within a longer one, and so neither begins large nor ends with a point. */
  readonly isWithin?: boolean;
}

/** An instant as the core and the wire write it. */
const INSTANT = /(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)/;

/**
 * A sentence of the core, in the language of the page where it has one: begins large, ends with a point, its figures are
 * grouped, its instants are told by the reader's clock, and what it quotes in backticks is set apart.
 */
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
            <Plain text={part} />
          ) : (
            <Box
              component="span"
              sx={{ fontFamily: MONO, fontSize: '0.92em', bgcolor: 'action.hover', borderRadius: 0.5, px: 0.4 }}
            >
              {jsonInWords(part) ?? groupDigits(part)}
            </Box>
          )}
        </Fragment>
      ))}
    </>
  );
}

/** What stands outside of backticks. */
function Plain({ text }: { text: string }) {
  // Every second part is an instant; the parts never move.
  return text
    .split(INSTANT)
    .map((part, index) => (
      <Fragment key={index}>{index % 2 === 0 ? groupWithin(part) : <InstantField value={part} />}</Fragment>
    ));
}
