import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { NoteList } from '../../fields/Note.tsx';
import { FINDING_LEVELS, findingLevel } from './findingLevel.tsx';
import { FindingNote } from './FindingNote.tsx';
import type { PlacedFinding } from './findingsByPlace.ts';

interface Props {
  readonly placed: readonly PlacedFinding[];
  /** What they are about, for those who do not see where they stand. */
  readonly about: string;
}

/** The findings about one row: what asks for attention open, what is merely worth knowing on demand. */
export function FindingsHere({ placed, about }: Props) {
  const translate = useTranslate();
  const [showsAll, setShowsAll] = useState(false);
  const quiet = placed.filter(({ finding }) => findingLevel(finding) === 'information');
  const shown = (showsAll ? placed : placed.filter((one) => !quiet.includes(one))).toSorted(
    (a, b) => FINDING_LEVELS.indexOf(findingLevel(a.finding)) - FINDING_LEVELS.indexOf(findingLevel(b.finding)),
  );
  return (
    <Box>
      {shown.length === 0 ? null : (
        <NoteList label={translate('analysis.findings_of', { about })}>
          {shown.map(({ finding, isFirst }) => (
            <li key={JSON.stringify(finding)}>
              <FindingNote finding={finding} isShort={!isFirst} />
            </li>
          ))}
        </NoteList>
      )}
      {quiet.length === 0 ? null : (
        <Button
          aria-expanded={showsAll}
          aria-label={translate(showsAll ? 'analysis.hide_of' : 'analysis.show_of', {
            smart_count: quiet.length,
            about,
          })}
          onClick={() => setShowsAll(!showsAll)}
          sx={{ ml: -0.75, minHeight: 26, py: 0, fontWeight: 500, fontSize: '0.8rem' }}
        >
          {translate(showsAll ? 'analysis.hide' : 'analysis.show', { smart_count: quiet.length })}
        </Button>
      )}
    </Box>
  );
}
