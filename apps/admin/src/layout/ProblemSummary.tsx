import { useEffect, useRef } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Sentence } from '../fields/Sentence.tsx';
import type { Failure } from '../providers/readFailure.ts';
import { problemInWords } from '../text/phrases.ts';
import { MONO } from './theme.ts';

interface Props {
  readonly failure: Failure;
  /** Leads to the place of a problem; null where it has none here. */
  readonly onGoTo: (pointer: string) => (() => void) | null;
}

/** Everything that the server found wrong, each leading to where it is. */
export function ProblemSummary({ failure, onGoTo }: Props) {
  const translate = useTranslate();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [failure]);
  const title =
    failure.status === null
      ? translate('failure.unreachable')
      : failure.errors.length === 0
        ? (problemInWords(failure.code) ?? translate('failure.title'))
        : translate('evaluate.problems', { smart_count: failure.errors.length });
  return (
    <Alert
      ref={summary}
      tabIndex={-1}
      severity="error"
      variant="outlined"
      role="alert"
      sx={{ bgcolor: 'background.paper', scrollMarginTop: 72 }}
    >
      <AlertTitle sx={{ mb: 0.5 }}>{title}</AlertTitle>
      {failure.status === null
        ? translate('failure.unreachable_hint')
        : failure.errors.length === 0
          ? failure.detail
          : null}
      <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
        {failure.errors.map(({ pointer, detail, code, suggestion }) => {
          const goTo = onGoTo(pointer);
          return (
            <li key={`${pointer} ${code}`}>
              {goTo === null ? (
                <Place pointer={pointer} />
              ) : (
                <Link component="button" type="button" onClick={goTo} sx={{ verticalAlign: 'baseline' }}>
                  <Place pointer={pointer} />
                </Link>
              )}{' '}
              <Sentence text={suggestion === undefined ? detail : `${detail} (${suggestion})`} />
            </li>
          );
        })}
      </Box>
      {failure.requestId === null ? null : (
        <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{translate('failure.request', { id: failure.requestId })}</Box>
      )}
    </Alert>
  );
}

function Place({ pointer }: { pointer: string }) {
  return (
    <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.94em' }}>
      {pointer === '' ? '/' : pointer}
    </Box>
  );
}
