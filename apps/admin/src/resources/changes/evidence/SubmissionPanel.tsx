import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { ChangeResource, SubmissionTrial } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { useReload, useTrial } from '../../../providers/changeQueries.ts';
import { readFailure } from '../../../providers/readFailure.ts';
import { problemPlace } from './problemPlace.ts';
import { ProblemNotes } from './ProblemNotes.tsx';

/** Whether the roles of whoever looks grant submitting at all: only then does the service try it for them. */
export function mayTry({ acts }: Pick<ChangeResource, 'acts'>): boolean {
  const submit = acts.find(({ act }) => act === 'submit');
  return submit !== undefined && submit.code !== 'permission_denied';
}

/**
 * What a submission would be answered, as the service itself says: documents without a mistake may still break the whole
 * set, a guardrail or a notice. Until it has answered, nothing is promised.
 */
export function SubmissionPanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const isAsked = mayTry(change);
  const { data, error, isFetching, refetch } = useTrial(change, isAsked);
  const reload = useReload();
  // Where somebody else has written since, another revision is what there is to ask about.
  const again = (): void => void (error !== null && readFailure(error).status === 412 ? reload(change.id) : refetch());
  return (
    <Panel
      title={translate('change.problems')}
      note={
        data === undefined ? undefined : <Sentence text={translate('change.tried_at', { instant: data.at })} isWithin />
      }
      actions={
        data === undefined ? null : (
          <Button disabled={isFetching} onClick={again}>
            {translate('change.try_again')}
          </Button>
        )
      }
    >
      {data !== undefined ? <Answer change={change} trial={data} /> : <Before change={change} />}
      {error === null ? null : <Failure error={error} onRetry={again} />}
      {isAsked && data === undefined && error === null ? (
        <Status text={translate('change.trying')}>
          <Loading rows={2} />
        </Status>
      ) : null}
      {isAsked ? null : <Status text={translate('change.not_tried')} />}
    </Panel>
  );
}

function Answer({ change, trial: { accepted, problems } }: { change: ChangeResource; trial: SubmissionTrial }) {
  const translate = useTranslate();
  if (accepted) return <Status text={translate('change.problems_none')} />;
  return (
    <>
      <Status text={translate('change.problems_refuse', { smart_count: problems.length })} />
      <ProblemNotes problems={problems} placeOf={(problem) => problemPlace(change, problem)} />
    </>
  );
}

/** What is known before the service was asked: what is wrong with the documents by themselves. */
function Before({ change }: { change: ChangeResource }) {
  if (change.problems.length === 0) return null;
  return <ProblemNotes problems={change.problems} placeOf={(problem) => problemPlace(change, problem)} />;
}

function Status({ text, children = null }: { text: string; children?: ReactNode }) {
  return (
    <>
      <Box role="status" sx={{ mb: 0.75 }}>
        {text}
      </Box>
      {children}
    </>
  );
}
