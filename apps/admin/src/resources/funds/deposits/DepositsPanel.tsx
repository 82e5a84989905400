import { useState } from 'react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { FundDepositResource, FundResource } from '@backstop/contracts';
import { Empty } from '../../../layout/Empty.tsx';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { fundApi } from '../../../providers/fundApi.ts';
import { useMay } from '../../../providers/session.ts';
import { AskDialog } from './AskDialog.tsx';
import { DecideDialog, type Decision } from './DecideDialog.tsx';
import { DepositTable } from './DepositTable.tsx';

/** How old what waits may be while somebody looks at it, in milliseconds. */
const WAITING_AGE_MAX = 15_000;

interface Decided {
  readonly deposit: FundDepositResource;
  readonly decision: Decision;
}

/** What is asked to be paid in: one person asks, another decides. */
export function DepositsPanel({ fund }: { fund: FundResource }) {
  const translate = useTranslate();
  const mayAsk = useMay('fund:deposit');
  const [isAsking, setAsking] = useState(false);
  const [decided, setDecided] = useState<Decided | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['funds', 'deposits', fund.id],
    queryFn: ({ signal }) => fundApi.deposits(fund.id, signal),
    refetchInterval: WAITING_AGE_MAX,
  });
  const canAsk = fund.policy !== null && (fund.takesDeposits || fund.entries === 0);
  const ask =
    mayAsk && canAsk ? (
      <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setAsking(true)}>
        {translate('deposits.ask')}
      </Button>
    ) : null;
  return (
    <Panel title={translate('deposits.title')} note={translate('deposits.four_eyes')} actions={ask} flush>
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data?.length === 0 ? (
        <Empty title={translate('deposits.none')}>
          {translate(canAsk ? (mayAsk ? 'deposits.none_ask' : 'deposits.none_others') : 'deposits.none_closed')}
        </Empty>
      ) : null}
      {data === undefined || data.length === 0 ? null : (
        <DepositTable
          deposits={data}
          asset={fund.asset}
          onDecide={(deposit, decision) => setDecided({ deposit, decision })}
        />
      )}
      {isAsking ? <AskDialog fund={fund} onClose={() => setAsking(false)} /> : null}
      {decided === null ? null : <DecideDialog {...decided} fund={fund} onClose={() => setDecided(null)} />}
    </Panel>
  );
}
