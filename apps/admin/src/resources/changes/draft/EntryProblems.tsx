import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Note, NoteList } from '../../../fields/Note.tsx';
import { MONO } from '../../../layout/theme.ts';
import type { CheckedEntry } from './checkEntry.ts';

interface Props {
  readonly checked: CheckedEntry;
  /** Leads to the place of a problem in the document; null where it has none. */
  readonly onGoTo: (pointer: string) => (() => void) | null;
}

const PREFIX = '/document';

/** What the core finds wrong with what is typed, each leading to its place. */
export function EntryProblems({ checked, onGoTo }: Props) {
  const translate = useTranslate();
  const { problems, syntax } = checked;
  return (
    <Box role="status" sx={{ mt: 1 }}>
      {syntax === null && problems.length === 0 ? (
        <Note
          tone="healthy"
          icon={<CheckCircleOutlined fontSize="inherit" />}
          sentence={translate('draft.no_mistakes')}
        />
      ) : (
        <NoteList label={translate('draft.mistakes_list')}>
          {syntax === null ? null : (
            <li>
              <Note
                tone="danger"
                icon={<ErrorOutlineOutlined fontSize="inherit" />}
                label={translate('draft.not_json')}
                sentence={syntax}
              />
            </li>
          )}
          {problems.map(({ code, path, message, suggestion }) => {
            const goTo = path.startsWith(PREFIX) ? onGoTo(path.slice(PREFIX.length)) : null;
            return (
              <li key={`${path} ${code} ${message}`}>
                <Note
                  tone="danger"
                  icon={<ErrorOutlineOutlined fontSize="inherit" />}
                  sentence={suggestion === undefined ? message : `${message} (${suggestion})`}
                >
                  <Box sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary' }}>
                    {goTo === null ? (
                      path
                    ) : (
                      <Link component="button" type="button" onClick={goTo} sx={{ font: 'inherit' }}>
                        {path}
                      </Link>
                    )}
                  </Box>
                </Note>
              </li>
            );
          })}
        </NoteList>
      )}
    </Box>
  );
}
