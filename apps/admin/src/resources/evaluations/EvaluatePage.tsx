import { useMemo, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Loading } from '../../layout/Loading.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { api } from '../../providers/dataProvider.ts';
import { readFailure } from '../../providers/readFailure.ts';
import { useMay } from '../../providers/session.ts';
import { DecisionView } from './decision/DecisionView.tsx';
import { AccountInput } from './input/AccountInput.tsx';
import { useAccountText } from './input/useAccountText.ts';
import { InLog } from './InLog.tsx';
import { RecordSwitch } from './RecordSwitch.tsx';

/** An account is typed or pasted, judged by the server under the set in force, and the decision read. */
export function EvaluatePage() {
  const translate = useTranslate();
  const { text, setText } = useAccountText();
  const decisionPlace = useRef<HTMLDivElement>(null);
  const [judged, setJudged] = useState<string | null>(null);
  const [isRecorded, setRecorded] = useState(false);
  const mayRecord = useMay('decision:record');
  const evaluation = useMutation({
    mutationFn: ({ request, isRecorded: isToBe }: Asked) => api.evaluate(request, isToBe),
    onSuccess: (_, { request }) => {
      setJudged(request);
      requestAnimationFrame(() => decisionPlace.current?.focus());
    },
  });
  // One object per answer, so that what depends on it can tell a new answer from a new drawing.
  const failure = useMemo(() => (evaluation.error === null ? null : readFailure(evaluation.error)), [evaluation.error]);
  if (text === null) return <Loading />;
  return (
    <>
      <PageHeader title={translate('evaluate.title')} lead={translate('evaluate.lead')} />
      <Box sx={page}>
        <AccountInput
          text={text}
          onChange={setText}
          onEvaluate={(request) => evaluation.mutate({ request, isRecorded })}
          isEvaluating={evaluation.isPending}
          failure={failure}
          isAnswered={evaluation.data !== undefined && judged === text}
          options={mayRecord ? <RecordSwitch isOn={isRecorded} onChange={setRecorded} /> : null}
        />
        <Box ref={decisionPlace} tabIndex={-1} sx={{ scrollMarginTop: 72, '&:focus': { outline: 'none' } }}>
          {evaluation.data === undefined ? null : (
            <>
              {evaluation.variables.isRecorded ? <InLog id={evaluation.data.decisionId} /> : null}
              <DecisionView decision={evaluation.data} request={judged ?? ''} isOutdated={judged !== text} />
            </>
          )}
        </Box>
      </Box>
    </>
  );
}

interface Asked {
  readonly request: string;
  /** Whether it is put in the log of decisions. */
  readonly isRecorded: boolean;
}

/** Side by side only where both the sheets and the tables of the decision have room. */
const page = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 2300px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
} as const;
