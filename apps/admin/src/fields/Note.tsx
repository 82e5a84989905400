import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import type { Tone } from '../layout/palette.ts';
import { Sentence } from './Sentence.tsx';

interface Props {
  readonly tone: Tone;
  /** A shape for how serious it is, beside the color. */
  readonly icon: ReactNode;
  /** The same in a word; left out only where the heading above says it. */
  readonly label?: string | undefined;
  readonly sentence: string;
  /** What shows it: figures, a witness. */
  readonly children?: ReactNode;
}

/** Something that the service found, in its sentence: one look for findings of accounts, of documents and of changes. */
export function Note({ tone, icon, label, sentence, children }: Props) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', columnGap: 0.75, fontSize: '0.88rem', lineHeight: 1.5 }}>
      <Box
        component="span"
        aria-hidden
        sx={{ display: 'inline-flex', flexShrink: 0, pt: '2px', fontSize: '1.1rem', color: `tones.${tone}` }}
      >
        {icon}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {label === undefined ? null : (
          <Box component="span" sx={{ color: `tones.${tone}`, fontWeight: 650 }}>
            {`${label} `}
          </Box>
        )}
        <Sentence text={sentence} />
        {children}
      </Box>
    </Box>
  );
}

/** Notes one under the other. */
export function NoteList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
      {children}
    </Box>
  );
}
