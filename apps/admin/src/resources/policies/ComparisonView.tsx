import type { ReactNode } from 'react';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DragHandleOutlined from '@mui/icons-material/DragHandleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import SwapVertOutlined from '@mui/icons-material/SwapVertOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { AnalysisComparison } from '@backstop/contracts';
import { Note, NoteList } from '../../fields/Note.tsx';
import { Sentence } from '../../fields/Sentence.tsx';
import { WitnessView } from '../../kinds/rules/WitnessView.tsx';
import type { Tone } from '../../layout/palette.ts';

/** A color and a shape for each answer; the word is `comparison.<answer>`. */
const LOOKS: Readonly<Record<AnalysisComparison['answer'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  equivalent: { tone: 'neutral', icon: <DragHandleOutlined fontSize="inherit" /> },
  stricter: { tone: 'caution', icon: <ArrowUpwardOutlined fontSize="inherit" /> },
  looser: { tone: 'healthy', icon: <ArrowDownwardOutlined fontSize="inherit" /> },
  incomparable: { tone: 'caution', icon: <SwapVertOutlined fontSize="inherit" /> },
  unknown: { tone: 'unknown', icon: <HelpOutlineOutlined fontSize="inherit" /> },
};

/** What one version does to accounts that the other did not, in sentences, each with an account that shows it. */
export function ComparisonView({ comparison }: { comparison: AnalysisComparison }) {
  const translate = useTranslate();
  const { answer, sentence, reason, differences } = comparison;
  return (
    <>
      <Box role="status" sx={{ fontSize: '1rem', fontWeight: 600 }}>
        <Note {...LOOKS[answer]} label={translate(`comparison.${answer}`)} sentence={sentence}>
          {reason === null ? null : (
            <Box sx={{ color: 'text.secondary', fontSize: '0.84rem', fontWeight: 400 }}>
              <Sentence text={reason} />
            </Box>
          )}
        </Note>
      </Box>
      {differences.length === 0 ? null : (
        <Box sx={{ mt: 1, ml: 2.75 }}>
          <NoteList label={translate('comparison.differences')}>
            {differences.map((difference) => (
              <li key={JSON.stringify(difference)}>
                <Note
                  {...LOOKS[difference.direction]}
                  label={translate(`comparison.${difference.direction}`)}
                  sentence={difference.sentence}
                >
                  {difference.witness === null ? null : (
                    <WitnessView witness={difference.witness} sentence={difference.sentence} move={difference} />
                  )}
                </Note>
              </li>
            ))}
          </NoteList>
        </Box>
      )}
    </>
  );
}
