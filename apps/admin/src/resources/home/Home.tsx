import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { PolicySetResource } from '@backstop/contracts';
import { Facts } from '../../layout/Facts.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { usePolicySet } from '../../providers/queries.ts';
import { useMay } from '../../providers/session.ts';
import { AlertsPanel } from './AlertsPanel.tsx';
import { ComingPanel } from './ComingPanel.tsx';
import { EntryPoints } from './EntryPoints.tsx';
import { FundsPanel } from './FundsPanel.tsx';
import { InForceByKind } from './InForceByKind.tsx';
import { LossesPanel } from './LossesPanel.tsx';
import { SetHistory } from './SetHistory.tsx';
import { WaitingPanel } from './WaitingPanel.tsx';
import { ZonesPanel } from './ZonesPanel.tsx';

/** What is going on, and what waits: the essentials first, without scrolling, then what is in force in full. */
export function Home() {
  const translate = useTranslate();
  const { data, isPending, error, refetch } = usePolicySet();
  const mayReadChanges = useMay('change:read');
  const mayReadBook = useMay('book:read');
  const mayReadFunds = useMay('fund:read');
  const mayReadLosses = useMay('loss:read');
  return (
    <>
      <PageHeader title={translate('home.title')} lead={data === undefined ? undefined : <SetFacts set={data} />} />
      {isPending ? <Loading /> : null}
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      <Box sx={abreast}>
        <Box sx={column}>
          {mayReadChanges ? <WaitingPanel /> : null}
          {mayReadChanges && data !== undefined ? <ComingPanel nextChangeAt={data.nextChangeAt} /> : null}
          {mayReadLosses ? <LossesPanel /> : null}
        </Box>
        <Box sx={column}>
          <AlertsPanel />
          {mayReadFunds ? <FundsPanel /> : null}
        </Box>
        {mayReadBook ? (
          <Box sx={{ ...column, gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
            <ZonesPanel />
          </Box>
        ) : null}
      </Box>
      <Box sx={entries}>
        <EntryPoints />
      </Box>
      {data === undefined ? null : (
        <Box sx={{ ...column, mt: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: halves } }}>
          <InForceByKind versions={data.versions} />
          <SetHistory versions={data.versions} />
        </Box>
      )}
    </>
  );
}

/** Which set it is, since when, and when it will be another. */
function SetFacts({ set }: { set: PolicySetResource }) {
  const translate = useTranslate();
  const { hash, since, nextChangeAt, versions } = set;
  return (
    <Facts
      facts={[
        {
          label: translate('home.hash'),
          value: <HashField value={hash} label={translate('banner.hash')} length={16} />,
        },
        { label: translate('home.since'), value: <InstantField value={since} /> },
        {
          label: translate('home.next'),
          value: nextChangeAt === null ? translate('home.nothing_next') : <InstantField value={nextChangeAt} />,
        },
        { label: translate('home.versions'), value: versions.length },
      ]}
    />
  );
}

const column = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;
const entries = {
  display: 'grid',
  gap: 2,
  mt: 2,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
} as const;
const halves = 'minmax(0, 1fr) minmax(0, 1fr)';

const abreast = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: halves, lg: 'minmax(0, 4fr) minmax(0, 3fr) minmax(0, 3fr)' },
} as const;
