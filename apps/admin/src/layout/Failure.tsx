import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { readFailure } from '../providers/readFailure.ts';
import { problemInWords } from '../text/phrases.ts';

/** What went wrong, in the server's own words where it said any, and a way on. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const translate = useTranslate();
  const failure = readFailure(error);
  const title =
    failure.status === 404 ? 'failure.not_found' : failure.status === null ? 'failure.unreachable' : 'failure.title';
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={frame}
      action={
        onRetry === undefined ? null : (
          <Button color="inherit" onClick={onRetry}>
            {translate('failure.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>{problemInWords(failure.code) ?? translate(title)}</AlertTitle>
      {failure.status === null ? translate('failure.unreachable_hint') : asSentence(failure.detail)}
      {failure.requestId === null ? null : ` ${translate('failure.request', { id: failure.requestId })}`}
    </Alert>
  );
}

/** The service writes its sentences without a capital, since they stand after others in a log. */
function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where there is little room the way on stands below the words, in one line. */
const frame = {
  my: 2,
  bgcolor: 'background.paper',
  flexWrap: 'wrap',
  '& .MuiAlert-message': { flex: '1 1 200px', minWidth: 0 },
  '& .MuiAlert-action': { whiteSpace: 'nowrap' },
} as const;
