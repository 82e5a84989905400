import { useRef, useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useMutation } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { Failure } from '../../../layout/Failure.tsx';
import { NeedsPermission } from '../../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../../layout/PageHeader.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { ProblemSummary } from '../../../layout/ProblemSummary.tsx';
import { lossApi } from '../../../providers/lossApi.ts';
import { newIdempotencyKey } from '../../../providers/newIdempotencyKey.ts';
import { useMay } from '../../../providers/session.ts';
import { readFailure } from '../../../providers/readFailure.ts';
import { AllocationTable } from '../result/AllocationTable.tsx';
import { LossResult } from '../result/LossResult.tsx';
import { CandidatesInput } from './CandidatesInput.tsx';
import { AskedLoss } from './AskedLoss.tsx';
import { isAskable, linesOfLoss, type LossForm } from './lossForm.ts';
import { LossFields } from './LossFields.tsx';
import { RecordDialog } from './RecordDialog.tsx';

/** A loss is tried first, and recorded only by whoever has seen what comes of it. */
export function NewLossPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="loss:try" title={translate('losses.new')}>
      <AskedLoss>{(form) => <NewLoss key={form.eventId} initial={form} />}</AskedLoss>
    </NeedsPermission>
  );
}

function NewLoss({ initial }: { initial: LossForm }) {
  const translate = useTranslate();
  const mayRecord = useMay('loss:write');
  // One key a form: however often recording is tried, it is recorded once.
  const key = useRef(newIdempotencyKey());
  const [form, setForm] = useState<LossForm>(initial);
  const [isRecording, setRecording] = useState(false);
  const trying = useMutation({ mutationFn: lossApi.dryRun, retry: false });
  const change = (part: Partial<LossForm>): void => {
    setForm({ ...form, ...part });
    // What was tried is no longer what is typed.
    trying.reset();
  };
  const run = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isAskable(form) && !trying.isPending) trying.mutate(linesOfLoss(form));
  };
  const failure = trying.error === null ? null : readFailure(trying.error);
  const trail = (
    <Link component={LinkBase} to="/losses" sx={{ fontSize: '0.84rem' }}>
      {translate('losses.title')}
    </Link>
  );
  return (
    <>
      <PageHeader title={translate('losses.new')} trail={trail} lead={translate('losses.new_lead')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Box component="form" onSubmit={run}>
          <Panel title={translate('losses.event')}>
            <LossFields form={form} onChange={change} />
            <CandidatesInput form={form} onChange={change} />
            <Box sx={{ mt: 2 }}>
              <Button type="submit" variant="contained" disabled={!isAskable(form) || trying.isPending}>
                {translate(trying.isPending ? 'losses.trying' : 'losses.dry_run')}
              </Button>
            </Box>
          </Panel>
        </Box>
        {failure === null ? null : failure.errors.length > 0 ? (
          <ProblemSummary failure={failure} onGoTo={() => null} />
        ) : (
          <Failure error={trying.error} />
        )}
        {trying.data === undefined ? null : (
          <LossResult loss={trying.data}>
            <Panel title={translate('losses.allocations')} note={translate('losses.first_rows')} flush>
              <AllocationTable rows={trying.data.allocations} loss={trying.data} onMore={null} />
            </Panel>
            {mayRecord ? (
              <Box>
                <Button
                  variant="contained"
                  color="error"
                  disabled={form.eventId.trim() === ''}
                  onClick={() => setRecording(true)}
                >
                  {translate('losses.record')}
                </Button>
                {form.eventId.trim() === '' ? (
                  <Box component="span" sx={{ ml: 2, color: 'text.secondary' }}>
                    {translate('losses.event_id_missing')}
                  </Box>
                ) : null}
              </Box>
            ) : (
              <Box sx={{ color: 'text.secondary' }}>{translate('losses.who_records')}</Box>
            )}
          </LossResult>
        )}
      </Box>
      {isRecording && trying.data !== undefined ? (
        <RecordDialog
          tried={trying.data}
          lines={linesOfLoss(form)}
          idempotencyKey={key.current}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </>
  );
}
