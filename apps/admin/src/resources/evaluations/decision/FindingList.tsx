import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FindingResponse } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import type { Tone } from '../../../layout/palette.ts';

/** Findings in their sentences. */
export function FindingList({
  title,
  findings,
  tone,
}: {
  title: string;
  findings: readonly FindingResponse[];
  tone: Tone;
}) {
  if (findings.length === 0) return null;
  return (
    <Box sx={{ mt: 1.25, pl: 1.5, borderLeft: 3, borderColor: `tones.${tone}` }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.25, pl: 2.25, fontSize: '0.88rem' }}>
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <Sentence text={finding.sentence} />
          </li>
        ))}
      </Box>
    </Box>
  );
}
