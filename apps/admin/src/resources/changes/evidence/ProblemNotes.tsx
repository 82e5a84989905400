import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Note, NoteList } from '../../../fields/Note.tsx';
import { MONO } from '../../../layout/theme.ts';

export type ChangeProblem = ChangeResource['problems'][number];

interface Props {
  readonly problems: readonly ChangeProblem[];
  /** Address of the place that a problem is about; null where the console has none. */
  readonly placeOf: (problem: ChangeProblem) => string | null;
}

/** What stands against a change, each with the way to the place that it is about. */
export function ProblemNotes({ problems, placeOf }: Props) {
  const translate = useTranslate();
  return (
    <NoteList label={translate('change.problems')}>
      {problems.map((problem) => {
        const { code, pointer, detail, suggestion } = problem;
        const place = placeOf(problem);
        return (
          <li key={`${pointer} ${code} ${detail}`}>
            <Note
              tone="danger"
              icon={<ErrorOutlineOutlined fontSize="inherit" />}
              sentence={suggestion === undefined ? detail : `${detail} (${suggestion})`}
            >
              <Box sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary' }}>
                {place === null ? (
                  pointer
                ) : (
                  <Link component={LinkBase} to={place} sx={{ font: 'inherit' }}>
                    {pointer === '' ? translate('change.problem_place') : pointer}
                  </Link>
                )}
              </Box>
            </Note>
          </li>
        );
      })}
    </NoteList>
  );
}
