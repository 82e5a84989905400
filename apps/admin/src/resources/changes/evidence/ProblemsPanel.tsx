import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Panel } from '../../../layout/Panel.tsx';
import { problemPlace } from './problemPlace.ts';
import { ProblemNotes } from './ProblemNotes.tsx';

/** What the documents of a change that is no draft have against them; nothing is said where there is nothing. */
export function ProblemsPanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  if (change.problems.length === 0) return null;
  return (
    <Panel title={translate('change.problems')} note={translate('change.problems_note')}>
      <ProblemNotes problems={change.problems} placeOf={(problem) => problemPlace(change, problem)} />
    </Panel>
  );
}
