import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Facts } from '../../layout/Facts.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { usePolicySet } from '../../providers/queries.ts';
import { useMay } from '../../providers/session.ts';
import { ComingPanel } from './ComingPanel.tsx';
import { EntryPoints } from './EntryPoints.tsx';
import { InForceByKind } from './InForceByKind.tsx';
import { SetHistory } from './SetHistory.tsx';
import { WaitingPanel } from './WaitingPanel.tsx';

/** What is in force, and the ways on from here. */
export function Home() {
  const translate = useTranslate();
  const { data, isPending, error, refetch } = usePolicySet();
  const mayReadChanges = useMay('change:read');
  return (
    <>
      <PageHeader title={translate('home.title')} lead={translate('home.lead')} />
      {isPending ? <Loading /> : null}
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
            alignItems: 'start',
          }}
        >
          <Panel title={translate('home.set')} isWide>
            <Facts
              facts={[
                {
                  label: translate('home.hash'),
                  value: <HashField value={data.hash} label={translate('banner.hash')} length={16} />,
                },
                { label: translate('home.since'), value: <InstantField value={data.since} /> },
                {
                  label: translate('home.next'),
                  value:
                    data.nextChangeAt === null ? (
                      translate('home.nothing_next')
                    ) : (
                      <InstantField value={data.nextChangeAt} />
                    ),
                },
                { label: translate('home.versions'), value: data.versions.length },
              ]}
            />
          </Panel>
          <Box sx={column}>
            <InForceByKind versions={data.versions} />
            <SetHistory versions={data.versions} />
          </Box>
          <Box sx={column}>
            {mayReadChanges ? (
              <>
                <WaitingPanel />
                <ComingPanel nextChangeAt={data.nextChangeAt} />
              </>
            ) : null}
            <EntryPoints />
          </Box>
        </Box>
      )}
    </>
  );
}

const column = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;
