import { useState, type ReactNode } from 'react';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DragHandleOutlined from '@mui/icons-material/DragHandleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import SwapVertOutlined from '@mui/icons-material/SwapVertOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { AnalysisComparison } from '@backstop/contracts';
import { Note, NoteList } from '../../fields/Note.tsx';
import { Reason } from '../../fields/Reason.tsx';
import { WitnessView } from '../../kinds/rules/WitnessView.tsx';
import type { Tone } from '../../layout/palette.ts';

/** Differences that are told before more is asked for. */
const SHOWN_AT_FIRST = 8;

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
  const [showsAll, setShowsAll] = useState(false);
  const { answer, sentence, reason } = comparison;
  const differences = toldOnce(comparison.differences);
  return (
    <>
      <Box role="status" sx={{ fontSize: '1rem', fontWeight: 600 }}>
        <Note {...LOOKS[answer]} label={translate(`comparison.${answer}`)} sentence={sentence}>
          <Reason reason={reason} sentence={sentence} />
        </Note>
      </Box>
      {differences.length === 0 ? null : (
        <Box sx={{ mt: 1, ml: 2.75 }}>
          <NoteList label={translate('comparison.differences')}>
            {(showsAll ? differences : differences.slice(0, SHOWN_AT_FIRST)).map((difference) => (
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
          {differences.length <= SHOWN_AT_FIRST ? null : (
            <Button aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)} sx={{ ml: -0.75, mt: 0.5 }}>
              {translate(showsAll ? 'comparison.fewer' : 'comparison.more', { smart_count: differences.length })}
            </Button>
          )}
        </Box>
      )}
    </>
  );
}

/** Scopes that differ only in where they were before may move alike: what reads the same is told once. */
function toldOnce(differences: AnalysisComparison['differences']): AnalysisComparison['differences'] {
  return [...new Map(differences.map((one) => [`${one.direction} ${one.sentence}`, one])).values()];
}
