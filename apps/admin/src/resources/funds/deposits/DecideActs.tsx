import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { mayBeSecondPair } from '@backstop/core/access';
import type { FundDepositResource } from '@backstop/contracts';
import { useSession } from '../../../providers/session.ts';
import { groupDigits } from '../../../text/figures.ts';
import type { Decision } from './DecideDialog.tsx';

interface Props {
  readonly deposit: FundDepositResource;
  readonly onDecide: (decision: Decision) => void;
}

/** What whoever looks may decide about a deposit, and in words why not where they may not. */
export function DecideActs({ deposit, onDecide }: Props) {
  const translate = useTranslate();
  const { person } = useSession();
  const isOther = person !== null && mayBeSecondPair({ kind: 'person', ...person }, [deposit.askedBy]);
  if (!isOther || !person.permissions.includes('fund:approve')) {
    return (
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem', minWidth: 140 }}>
        {translate(isOther ? 'deposits.approvers_decide' : 'deposits.own')}
      </Box>
    );
  }
  const amount = groupDigits(deposit.amount);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button
        variant="contained"
        aria-label={translate('deposits.approve_named', { amount })}
        onClick={() => onDecide('approved')}
      >
        {translate('deposits.approve')}
      </Button>
      <Button
        color="error"
        aria-label={translate('deposits.reject_named', { amount })}
        onClick={() => onDecide('rejected')}
      >
        {translate('deposits.reject')}
      </Button>
    </Box>
  );
}
