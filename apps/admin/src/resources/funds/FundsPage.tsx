import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useFunds } from '../../providers/useFunds.ts';
import { FundTable } from './FundTable.tsx';

/** The insurance fund: what each compartment holds, and whether it can pay. */
export function FundsPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="fund:read" title={translate('funds.title')}>
      <PageHeader title={translate('funds.title')} lead={translate('funds.lead')} />
      <Funds />
    </NeedsPermission>
  );
}

function Funds() {
  const translate = useTranslate();
  const { data, error, refetch } = useFunds();
  return (
    <Panel title={translate('funds.compartments')} note={translate('funds.scale_note')} flush>
      {data === undefined && error === null ? <Loading /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data === undefined ? null : data.length > 0 ? (
        <FundTable funds={data} />
      ) : (
        <Empty title={translate('funds.none')}>
          {translate('funds.none_hint')}{' '}
          <Link component={LinkBase} to="/changes" underline="always">
            {translate('changes.title')}
          </Link>
        </Empty>
      )}
    </Panel>
  );
}
