import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useFunds } from '../../providers/useFunds.ts';
import { FundBar } from '../funds/FundBar.tsx';
import { fundPath } from '../funds/fundPath.ts';

/** What each compartment of the fund holds against its floor. */
export function FundsPanel() {
  const translate = useTranslate();
  const { data, error, refetch } = useFunds();
  return (
    <Panel title={translate('funds.title')}>
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data?.length === 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('funds.none')}</Box>
      ) : null}
      {data?.map((fund) => (
        <Box key={fund.id} sx={{ py: 0.25, fontSize: '0.88rem' }}>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Link component={LinkBase} to={fundPath(fund.id)} sx={{ fontWeight: 600, mr: 'auto' }}>
              {fund.id}
            </Link>
            <MoneyField value={fund.balance} unit={fund.asset} strong />
          </Box>
          <FundBar fund={fund} height={8} />
        </Box>
      ))}
    </Panel>
  );
}
