import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { Empty } from '../../../layout/Empty.tsx';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { PageHeader } from '../../../layout/PageHeader.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { useWaiting } from '../../../providers/changeQueries.ts';
import { WaitingRow } from './WaitingRow.tsx';
import { waitingGroups } from './waitingGroups.ts';

/** What waits for whoever is signed in, the most pressing first. */
export function InboxPage() {
  const translate = useTranslate();
  const { data, error, refetch } = useWaiting();
  const { emergencies, reviews, returned } = waitingGroups(data?.data ?? []);
  const groups = [
    { group: 'emergencies', changes: emergencies },
    { group: 'reviews', changes: reviews },
    { group: 'returned', changes: returned },
  ].filter(({ changes }) => changes.length > 0);
  return (
    <>
      <PageHeader title={translate('inbox.title')} lead={translate('inbox.lead')} />
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading /> : null}
      {data !== undefined && error === null && groups.length === 0 ? (
        <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
          <Empty title={translate('inbox.empty')}>
            {translate('inbox.empty_hint')}{' '}
            <Link component={LinkBase} to="/changes" underline="always">
              {translate('inbox.all')}
            </Link>
          </Empty>
        </Box>
      ) : null}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        {groups.map(({ group, changes }) => (
          <Panel
            key={group}
            title={translate(`inbox.${group}`)}
            note={translate(`inbox.${group}_note`, { smart_count: changes.length })}
            flush
          >
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {changes.map((change) => (
                <WaitingRow key={change.id} change={change} />
              ))}
            </Box>
          </Panel>
        ))}
      </Box>
    </>
  );
}
