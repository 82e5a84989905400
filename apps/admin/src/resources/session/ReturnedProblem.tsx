import { useEffect, useState } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useTranslate } from 'react-admin';
import { problemCodes, type ProblemCode } from '@backstop/contracts';
import { Sentence } from '../../fields/Sentence.tsx';

/** Why the identity provider sent the browser back without a session: the service names it in the address, once. */
export function ReturnedProblem() {
  const translate = useTranslate();
  const [code] = useState(() => new URLSearchParams(window.location.search).get('problem'));
  useEffect(() => {
    // The way back and a reload must not tell it again.
    if (code !== null) window.history.replaceState(window.history.state, '', `/${window.location.hash}`);
  }, [code]);
  if (code === null || !isProblemCode(code)) return null;
  return (
    <Alert severity="error" variant="outlined" role="alert" sx={{ mb: 2 }}>
      <AlertTitle>{translate('session.refused')}</AlertTitle>
      <Sentence text={problemCodes[code].title} />
    </Alert>
  );
}

function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemCodes, text);
}
