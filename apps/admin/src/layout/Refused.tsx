import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Sentence } from '../fields/Sentence.tsx';
import { readFailure } from '../providers/readFailure.ts';
import { problemInWords } from '../text/phrases.ts';

interface Props {
  readonly error: unknown;
  /** Key of what did not happen. */
  readonly title: string;
}

/** An act that was refused: every reason in the server's words, and when it is worth trying again. */
export function Refused({ error, title }: Props) {
  const translate = useTranslate();
  const { status, code, detail, errors, retryAfter } = readFailure(error);
  const said = problemInWords(code);
  if (status === null) {
    return (
      <Alert severity="error" variant="outlined" role="alert">
        <AlertTitle>{translate('failure.unreachable')}</AlertTitle>
        {translate('failure.unreachable_hint')}
      </Alert>
    );
  }
  return (
    <Alert severity="error" variant="outlined" role="alert">
      <AlertTitle>{translate(title)}</AlertTitle>
      {said === null ? null : (
        <>
          <Sentence text={said} />{' '}
        </>
      )}
      {errors.length === 0 ? <Sentence text={detail} /> : null}{' '}
      {errors.map((problem) => (
        <Box key={`${problem.pointer} ${problem.code}`}>
          <Sentence text={problem.detail} />
        </Box>
      ))}
      {retryAfter === null ? null : translate('failure.try_again', { when: readWait(retryAfter, translate) })}
    </Alert>
  );
}

function readWait(seconds: number, translate: (key: string, options: { smart_count: number }) => string): string {
  if (seconds <= 90) return translate('failure.in_seconds', { smart_count: seconds });
  return translate('failure.in_minutes', { smart_count: Math.ceil(seconds / 60) });
}
