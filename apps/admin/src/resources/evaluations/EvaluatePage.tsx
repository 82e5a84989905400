import { useRef, useState } from 'react';
import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Loading } from '../../layout/Loading.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { api } from '../../providers/dataProvider.ts';
import { readFailure } from '../../providers/readFailure.ts';
import { DecisionView } from './decision/DecisionView.tsx';
import { AccountInput } from './input/AccountInput.tsx';
import { useAccountText } from './input/useAccountText.ts';

/** An account is typed or pasted, judged by the server under the set in force, and the decision read. */
export function EvaluatePage() {
  const translate = useTranslate();
  const { text, setText } = useAccountText();
  const decisionPlace = useRef<HTMLDivElement>(null);
  const [judged, setJudged] = useState<string | null>(null);
  const evaluation = useMutation({
    mutationFn: (request: string) => api.evaluate(request),
    onSuccess: (_, request) => {
      setJudged(request);
      requestAnimationFrame(() => decisionPlace.current?.focus());
    },
  });
  if (text === null) return <Loading />;
  return (
    <>
      <PageHeader title={translate('evaluate.title')} lead={translate('evaluate.lead')} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <AccountInput
          text={text}
          onChange={setText}
          onEvaluate={(request) => evaluation.mutate(request)}
          isEvaluating={evaluation.isPending}
          failure={evaluation.error === null ? null : readFailure(evaluation.error)}
          isAnswered={evaluation.data !== undefined && judged === text}
        />
        <Box ref={decisionPlace} tabIndex={-1} sx={{ scrollMarginTop: 72, '&:focus': { outline: 'none' } }}>
          {evaluation.data === undefined ? null : (
            <DecisionView decision={evaluation.data} request={judged ?? ''} isOutdated={judged !== text} />
          )}
        </Box>
      </Box>
    </>
  );
}
