import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { BookAccountResource } from '@backstop/contracts';
import { Facts } from '../../layout/Facts.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { bookApi } from '../../providers/bookApi.ts';
import { groupDigits } from '../../text/figures.ts';
import { lossAgainst, openPositions, type OpenPosition } from './openPositions.ts';

/** Where the account stands in the queue of automatic deleveraging, position by position; asked only where somebody asks. */
export function StandingPanel({ sent }: { sent: BookAccountResource }) {
  const translate = useTranslate();
  const positions = openPositions(sent);
  return (
    <Panel title={translate('accounts.standing')} note={translate('accounts.standing_note')}>
      {positions.length === 0 ? translate('accounts.no_positions') : null}
      {positions.map((position) => (
        <Standing key={position.contract} sent={sent} position={position} />
      ))}
    </Panel>
  );
}

function Standing({ sent, position }: { sent: BookAccountResource; position: OpenPosition }) {
  const translate = useTranslate();
  const [isAsked, setAsked] = useState(false);
  const account = typeof sent.account['id'] === 'string' ? sent.account['id'] : '';
  const { data, error, refetch, isLoading } = useQuery({
    queryKey: ['book', 'standing', sent.snapshot.id, account, position],
    queryFn: ({ signal }) => bookApi.standing(account, lossAgainst(position, sent.snapshot.id), signal),
    enabled: isAsked,
  });
  return (
    <Box sx={{ py: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 0.5 }}>
        <Box sx={{ fontWeight: 600 }}>{position.contract}</Box>
        {isAsked ? null : (
          <Button onClick={() => setAsked(true)}>
            {translate('accounts.ask_rank', { contract: position.contract })}
          </Button>
        )}
      </Box>
      {isLoading ? <Loading rows={1} /> : null}
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data?.adl.length === 0 ? translate('accounts.not_in_queue') : null}
      {data?.adl.map(({ scope, rank, quintile, lotsBefore, lotsMax, touchedFromSize }) => (
        <Facts
          key={scope}
          facts={[
            { label: translate('accounts.scope'), value: scope },
            { label: translate('accounts.adl_rank'), value: rank },
            { label: translate('accounts.adl_quintile'), value: translate('accounts.of_five', { quintile }) },
            { label: translate('accounts.lots_before'), value: groupDigits(lotsBefore) },
            { label: translate('accounts.lots_max'), value: groupDigits(lotsMax) },
            { label: translate('accounts.touched_from'), value: groupDigits(touchedFromSize) },
          ]}
        />
      ))}
    </Box>
  );
}
