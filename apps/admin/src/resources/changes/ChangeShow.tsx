import Box from '@mui/material/Box';
import { useParams, useTranslate } from 'react-admin';
import type { ChangeResource, EvidenceReport } from '@backstop/contracts';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useChange, useTrial } from '../../providers/changeQueries.ts';
import { useOthersEditing } from '../../providers/presence.ts';
import { ActsPanel } from './acts/ActsPanel.tsx';
import { RebasePanel } from './acts/RebasePanel.tsx';
import { ChangeFacts } from './ChangeFacts.tsx';
import { changeTitle } from './changeTitle.ts';
import { ChangeTrail } from './ChangeTrail.tsx';
import { CommentsPanel } from './comments/CommentsPanel.tsx';
import { EntriesView } from './EntriesView.tsx';
import { EmergencyNote } from './EmergencyNote.tsx';
import { FindingsPanel } from './evidence/FindingsPanel.tsx';
import { ImpactPanel } from './evidence/ImpactPanel.tsx';
import { ProblemsPanel } from './evidence/ProblemsPanel.tsx';
import { mayTry, SubmissionPanel } from './evidence/SubmissionPanel.tsx';
import { SummaryPanel } from './evidence/SummaryPanel.tsx';
import { NoticePanel } from './NoticePanel.tsx';
import { PresenceNote } from './PresenceNote.tsx';
import { PhaseChip } from './PhaseChip.tsx';
import { RequirementFacts, RequirementPanel } from './evidence/RequirementPanel.tsx';
import { ReviewsPanel } from './ReviewsPanel.tsx';
import { SchedulePanel } from './schedule/SchedulePanel.tsx';

/** A change: what it does and to whom, who has to agree, and what may be done about it now. */
export function ChangeShow() {
  const translate = useTranslate();
  const { id } = useParams();
  const { data, error, refetch } = useChange(id ?? null, true);
  if (data !== undefined) return <ChangeView key={data.id} change={data} />;
  if (error === null) return <Loading />;
  return (
    <>
      <PageHeader title={translate('change.not_read')} trail={<ChangeTrail />} />
      <Failure error={error} onRetry={() => void refetch()} />
    </>
  );
}

function ChangeView({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const isDraft = change.phase === 'draft';
  // Of a draft it is known what it would do from the trial of its submission, for whoever may try it.
  const trial = useTrial(change, isDraft && mayTry(change));
  const evidence = isDraft ? (trial.data?.evidence ?? null) : change.evidence;
  const others = useOthersEditing(change, 'reads');
  return (
    <>
      <PageHeader
        title={changeTitle(change, translate)}
        trail={<ChangeTrail />}
        lead={
          <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <PhaseChip phase={change.phase} />
            {change.effect === null ? null : <EffectChip effect={change.effect} />}
          </Box>
        }
      />
      <Box sx={page}>
        <Box sx={{ ...column, gridArea: 'head' }}>
          <PresenceNote others={others} />
          <EmergencyNote change={change} />
          <ChangeFacts change={change} />
        </Box>
        <Box sx={{ ...column, gridArea: 'side' }}>
          <ActsPanel change={change} />
          <RequirementPanel change={change} />
          {isDraft && evidence !== null ? <Foreseen requirement={evidence.requirement} /> : null}
          <SchedulePanel change={change} />
          <ReviewsPanel change={change} />
          <NoticePanel change={change} />
        </Box>
        <Box sx={{ ...column, gridArea: 'main' }}>
          {isDraft ? <SubmissionPanel change={change} /> : <ProblemsPanel change={change} />}
          <RebasePanel change={change} />
          {evidence === null ? null : <SummaryPanel evidence={evidence} />}
          <EntriesView change={change} />
          {evidence === null ? null : <FindingsPanel evidence={evidence} />}
          {evidence === null ? null : <ImpactPanel evidence={evidence} />}
          <CommentsPanel change={change} />
        </Box>
      </Box>
    </>
  );
}

/** What a draft would take if it were submitted now. */
function Foreseen({ requirement }: Pick<EvidenceReport, 'requirement'>) {
  const translate = useTranslate();
  return (
    <Panel title={translate('requirement.title')}>
      <RequirementFacts requirement={requirement} />
    </Panel>
  );
}

const column = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' } as const;

/** What is decided stands beside what it is decided on; where there is no room beside, it comes first. */
const page = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 352px' },
  gridTemplateAreas: { xs: '"head" "side" "main"', lg: '"head head" "main side"' },
} as const;
