import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { Empty } from '../../../layout/Empty.tsx';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { PageHeader } from '../../../layout/PageHeader.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import { useWaiting } from '../../../providers/changeQueries.ts';
import { useSession } from '../../../providers/session.ts';
import { useNow } from '../useNow.ts';
import { InboxToolbar } from './InboxToolbar.tsx';
import { isNarrowed, matching, viewOf } from './inboxView.ts';
import { WaitingRow } from './WaitingRow.tsx';
import { waitingGroups } from './waitingGroups.ts';

/** What waits for whoever is signed in, the most pressing first unless another order is chosen. */
export function InboxPage() {
  const translate = useTranslate();
  const { data, error, refetch } = useWaiting();
  return (
    <>
      <PageHeader title={translate('inbox.title')} lead={translate('inbox.lead')} />
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading /> : null}
      {data?.data.length === 0 && error === null ? (
        <Box sx={sheet}>
          <Empty title={translate('inbox.empty')}>
            {translate('inbox.empty_hint')}{' '}
            <Link component={LinkBase} to="/changes" underline="always">
              {translate('inbox.all')}
            </Link>
          </Empty>
        </Box>
      ) : null}
      {data === undefined || data.data.length === 0 ? null : <Waiting changes={data.data} total={data.total} />}
    </>
  );
}

function Waiting({ changes, total }: { changes: readonly ChangeSummary[]; total: number }) {
  const translate = useTranslate();
  const { get, set } = useSearchParams();
  const me = useSession().person?.id ?? null;
  const now = useNow();
  const view = viewOf(get);
  const found = matching(changes, view, me);
  const { emergencies, reviews, returned } = waitingGroups(found, { order: view.order, now });
  const groups = [
    { group: 'emergencies', rows: emergencies },
    { group: 'reviews', rows: reviews },
    { group: 'returned', rows: returned },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <InboxToolbar view={view} found={found.length} />
      {total > changes.length ? (
        <Box role="status">{translate('queue.more', { total, shown: changes.length })}</Box>
      ) : null}
      {found.length === 0 && isNarrowed(view) ? (
        <Box sx={sheet}>
          <Empty title={translate('queue.none')}>
            {translate('queue.none_hint')}{' '}
            <Button onClick={() => set({ q: null, effect: null, asked: null })}>{translate('queue.clear')}</Button>
          </Empty>
        </Box>
      ) : null}
      {groups.map(({ group, rows }) => (
        <Panel
          key={group}
          title={translate(`inbox.${group}`)}
          note={translate(`inbox.${group}_note`, { smart_count: rows.length })}
          flush
        >
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {rows.map((change) => (
              <WaitingRow key={change.id} change={change} now={now} />
            ))}
          </Box>
        </Panel>
      ))}
    </Box>
  );
}

const sheet = { bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 } as const;
