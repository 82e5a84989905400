import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Note, NoteList } from '../../../fields/Note.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { MONO } from '../../../layout/theme.ts';

interface Props {
  readonly problems: ChangeResource['problems'];
  /** Whether it still waits to be submitted: only then is it worth saying that nothing stands in the way. */
  readonly isOpen: boolean;
}

/** What keeps a change from being submitted, each with the place that it is about. */
export function ProblemsPanel({ problems, isOpen }: Props) {
  const translate = useTranslate();
  if (problems.length === 0 && !isOpen) return null;
  return (
    <Panel title={translate('change.problems')} note={translate('change.problems_note')}>
      {problems.length === 0 ? (
        translate('change.problems_none')
      ) : (
        <NoteList label={translate('change.problems')}>
          {problems.map(({ code, pointer, detail, suggestion }) => (
            <li key={`${pointer} ${code} ${detail}`}>
              <Note
                tone="danger"
                icon={<ErrorOutlineOutlined fontSize="inherit" />}
                sentence={suggestion === undefined ? detail : `${detail} (${suggestion})`}
              >
                {pointer === '' ? null : (
                  <Box sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary' }}>{pointer}</Box>
                )}
              </Note>
            </li>
          ))}
        </NoteList>
      )}
    </Panel>
  );
}
