import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { InstantField } from '../../fields/InstantField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { lossApi } from '../../providers/lossApi.ts';
import { lossPath } from '../losses/lossPath.ts';
import { datedRow } from './panelRows.ts';

/** Losses told on the first page. */
const SHOWN = 4;

/** What accounts could not pay lately, and what of it nobody bore. */
export function LossesPanel() {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['losses', 'latest'],
    queryFn: ({ signal }) => lossApi.list(SHOWN, null, signal),
  });
  return (
    <Panel title={translate('now.losses')}>
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data?.rows.length === 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('losses.none')}</Box>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.rows.map(({ id, at, account, contract, deficit, uncovered }) => (
          <Box component="li" key={id} sx={datedRow}>
            <Link component={LinkBase} to={lossPath(id ?? '')} sx={{ fontWeight: 600 }}>
              <InstantField value={at} />
            </Link>
            <Box>
              <MoneyField value={deficit?.amount ?? null} unit={deficit?.asset} absent="–" strong /> {account} ·{' '}
              {contract}
              {Number(uncovered) > 0 ? (
                <Box component="span" sx={{ color: 'tones.danger', display: 'block' }}>
                  {translate('losses.uncovered')}: <MoneyField value={uncovered} unit={deficit?.asset} />
                </Box>
              ) : null}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
