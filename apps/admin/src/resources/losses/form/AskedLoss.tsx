import type { ReactNode } from 'react';
import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import { liquidationApi } from '../../../providers/liquidationApi.ts';
import { EMPTY_LOSS, formOfEvent, type LossForm } from './lossForm.ts';

/** The form to begin with: empty, or the event that a liquidation asks for, where the address names one. */
export function AskedLoss({ children }: { children: (form: LossForm) => ReactNode }) {
  const translate = useTranslate();
  const params = useSearchParams();
  const [id, eventId] = [params.get('liquidation'), params.get('event')];
  const { data, error, refetch } = useQuery({
    queryKey: ['liquidations', 'one', id],
    queryFn: ({ signal }) => liquidationApi.find(id ?? '', signal),
    enabled: id !== null,
  });
  if (id === null) return children(EMPTY_LOSS);
  if (data === undefined)
    return error === null ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />;
  const asked = data.losses.find(({ event }) => event.eventId === eventId);
  if (asked !== undefined) return children(formOfEvent(asked.event));
  return (
    <>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {translate('losses.asked_unknown')}
      </Alert>
      {children(EMPTY_LOSS)}
    </>
  );
}
