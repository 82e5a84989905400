import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FindingResponse } from '@backstop/contracts';
import { Note, NoteList } from '../../../fields/Note.tsx';
import type { Tone } from '../../../layout/palette.ts';

interface Props {
  /** Says how serious they are. */
  readonly title: string;
  readonly findings: readonly FindingResponse[];
  readonly tone: Tone;
  readonly icon: ReactNode;
}

/** Findings of an account in their sentences. */
export function FindingList({ title, findings, tone, icon }: Props) {
  if (findings.length === 0) return null;
  return (
    <Box sx={{ mt: 1.25 }}>
      <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <NoteList>
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <Note tone={tone} icon={icon} sentence={finding.sentence} />
          </li>
        ))}
      </NoteList>
    </Box>
  );
}
