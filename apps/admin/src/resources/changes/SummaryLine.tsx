import Box from '@mui/material/Box';
import { Sentence } from '../../fields/Sentence.tsx';

/** `<kind>.<key>: sentence`, as the service begins what is about one policy. */
const ABOUT = /^([a-z][a-z-]*\.[A-Za-z0-9_-]+): (.+)$/s;

/** One sentence of what a change does; the policy that it is about stands apart from it. */
export function SummaryLine({ sentence }: { sentence: string }) {
  const match = ABOUT.exec(sentence);
  if (match === null) return <Sentence text={sentence} />;
  return (
    <>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {match[1]}
      </Box>{' '}
      <Sentence text={match[2] ?? ''} />
    </>
  );
}
