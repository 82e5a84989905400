import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { EffectChip } from '../../../fields/EffectChip.tsx';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { changeApi } from '../../../providers/changeApi.ts';
import { useTrial } from '../../../providers/changeQueries.ts';
import { FindingsPanel } from '../evidence/FindingsPanel.tsx';
import { ImpactPanel } from '../evidence/ImpactPanel.tsx';
import { RequirementFacts } from '../evidence/RequirementPanel.tsx';
import { mayTry, SubmissionPanel } from '../evidence/SubmissionPanel.tsx';
import { SummaryPanel } from '../evidence/SummaryPanel.tsx';

interface Props {
  readonly change: ChangeResource;
  /** Whether something was typed since. */
  readonly isOutdated: boolean;
}

/** What reviewers would see if the draft were submitted now. */
export function PreviewPanel({ change, isOutdated }: Props) {
  const translate = useTranslate();
  const isTried = mayTry(change);
  const trial = useTrial(change, isTried);
  const preview = useQuery({
    queryKey: ['changes', 'preview', change.id, change.revision],
    queryFn: () => changeApi.preview(change.id),
    staleTime: Infinity,
    enabled: !isTried,
  });
  const { error, refetch } = isTried ? trial : preview;
  const data = isTried ? trial.data?.evidence : preview.data;
  return (
    <Box component="section" aria-label={translate('draft.preview_title')} sx={column}>
      {isOutdated ? (
        <Alert severity="info" variant="outlined" sx={{ bgcolor: 'background.paper' }}>
          {translate('draft.preview_outdated')}
        </Alert>
      ) : null}
      <SubmissionPanel change={change} />
      {error === null || isTried ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && !isTried ? <Loading rows={4} /> : null}
      {data === undefined ? null : (
        <>
          <Panel title={translate('requirement.title')} actions={<EffectChip effect={data.effect} />}>
            <RequirementFacts requirement={data.requirement} />
          </Panel>
          <SummaryPanel evidence={data} />
          <FindingsPanel evidence={data} />
          <ImpactPanel evidence={data} />
        </>
      )}
    </Box>
  );
}

const column = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 } as const;
