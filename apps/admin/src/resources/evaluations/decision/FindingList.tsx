import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FindingResponse } from '@backstop/contracts';
import type { Tone } from '../../../layout/palette.ts';
import { groupDigits } from '../../../text/figures.ts';
import { readKey } from '../../../text/readKey.ts';

/** Findings in their sentences; one without a sentence by its code and what was observed. */
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
          <li key={JSON.stringify(finding)}>{sentenceOf(finding)}</li>
        ))}
      </Box>
    </Box>
  );
}

function sentenceOf({ sentence, code, contract, asset, values }: FindingResponse): string {
  if (sentence !== undefined) return sentence;
  const about = [contract, asset].filter((name) => name !== null).join(', ');
  const observed = Object.entries(values).map(
    ([name, value]) => `${readKey(name).toLowerCase()} ${value === null ? '?' : groupDigits(value)}`,
  );
  return [`${readKey(code)}${about === '' ? '' : ` (${about})`}`, ...observed].join(', ');
}
