import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useWaiting } from '../../providers/changeQueries.ts';
import { lossApi } from '../../providers/lossApi.ts';
import { useMay } from '../../providers/session.ts';
import { useBookZones } from '../../providers/useBookZones.ts';
import { useFunds } from '../../providers/useFunds.ts';
import { waitingGroups } from '../changes/inbox/waitingGroups.ts';
import { alertsOf, BOOKS_SHOWN } from './alerts.ts';
import { panelRow } from './panelRows.ts';

/** How old what is asked may be while somebody looks, in milliseconds. */
const ASKED_AGE_MAX = 15_000;

/** What should be looked at first: of the fund, the book, and emergencies. */
export function AlertsPanel() {
  const translate = useTranslate();
  const book = useBookZones(BOOKS_SHOWN, useMay('book:read'));
  const funds = useFunds(useMay('fund:read'));
  const waiting = useWaiting(useMay('change:read'));
  const mayReadLosses = useMay('loss:read');
  const asked = useQuery({
    queryKey: ['losses', 'asked'],
    queryFn: ({ signal }) => lossApi.asked(signal),
    enabled: mayReadLosses,
    refetchInterval: ASKED_AGE_MAX,
  });
  const now = Date.now();
  const alerts = alertsOf({
    asked: asked.data,
    book: book.data?.[0],
    funds: funds.data,
    emergencies: waitingGroups(waiting.data?.data ?? [], { now }).emergencies.length,
    now,
  });
  const read = [book, funds, waiting, asked];
  const unread = read.filter(({ error }) => error !== null).length;
  const isKnown = unread === 0 && !read.some(({ isLoading }) => isLoading);
  return (
    <Panel title={translate('now.alerts')}>
      {unread === 0 ? null : <Box sx={{ color: 'tones.danger', fontSize: '0.88rem' }}>{translate('alert.unread')}</Box>}
      {alerts.length === 0 && isKnown ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('alert.none')}</Box>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {alerts.map(({ text, values, tone, to }) => (
          <Box
            component="li"
            key={`${text} ${to}`}
            sx={{ ...panelRow, display: 'flex', gap: 1, alignItems: 'baseline' }}
          >
            <ToneChip tone={tone}>{translate(`alert.tone_${tone}`)}</ToneChip>
            <Link component={LinkBase} to={to}>
              {translate(`alert.${text}`, values)}
            </Link>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
