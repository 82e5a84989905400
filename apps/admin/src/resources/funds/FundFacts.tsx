import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { FundResource } from '@backstop/contracts';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { policyPath } from '../policies/policiesPath.ts';
import { FundBar } from './FundBar.tsx';
import { FundConditionChip } from './FundConditionChip.tsx';
import { fundCondition, payableOf } from './fundCondition.ts';

/** What a compartment holds against what it keeps back, and the rule that says so. */
export function FundFacts({ fund }: { fund: FundResource }) {
  const translate = useTranslate();
  const { asset, balance, floor, policy, takesDeposits } = fund;
  const amount = (value: string | null, strong = false) => (
    <MoneyField value={value} unit={asset} absent={translate('field.none')} strong={strong} />
  );
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
      <Facts
        facts={[
          { label: translate('funds.condition'), value: <FundConditionChip fund={fund} /> },
          { label: translate('funds.balance'), value: amount(balance, true) },
          { label: translate('funds.floor'), value: amount(floor) },
          { label: translate('funds.payable'), value: amount(payableOf(fund)) },
          { label: translate('funds.adl'), value: <AdlSwitch contracts={fund.adlOpenFor} /> },
          {
            label: translate('funds.deposits'),
            value: translate(takesDeposits ? 'funds.takes_deposits' : 'funds.takes_none'),
          },
          {
            label: translate('funds.policy'),
            value:
              policy === null ? (
                translate('funds.no_policy')
              ) : (
                <Link component={LinkBase} to={policyPath(policy.policy)}>
                  {translate('funds.policy_version', policy)}
                </Link>
              ),
          },
        ]}
      />
      <FundBar fund={fund} height={16} />
      <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{translate(`funds.means_${fundCondition(fund)}`)}</Box>
    </Box>
  );
}

/** Whether losses of some contracts close positions of others, as the switch stood at the last loss. */
function AdlSwitch({ contracts }: { contracts: readonly string[] }) {
  const translate = useTranslate();
  if (contracts.length === 0) return translate('funds.adl_off');
  return <ToneChip tone="danger">{translate('funds.adl_on', { contracts: contracts.join(', ') })}</ToneChip>;
}
