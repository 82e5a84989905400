import Box from '@mui/material/Box';
import { Sentence } from './Sentence.tsx';

interface Props {
  /** null where there is nothing to explain. */
  readonly reason: string | null;
  /** What it explains; a reason that this gives already is not given twice. */
  readonly sentence: string;
}

/** Why a question has no answer. */
export function Reason({ reason, sentence }: Props) {
  if (reason === null || sentence.includes(reason)) return null;
  return (
    <Box sx={{ color: 'text.secondary', fontSize: '0.84rem', fontWeight: 400 }}>
      <Sentence text={reason} />
    </Box>
  );
}
