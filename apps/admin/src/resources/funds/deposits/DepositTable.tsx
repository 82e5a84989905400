import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { FundDepositResource } from '@backstop/contracts';
import { InstantField } from '../../../fields/InstantField.tsx';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { PersonName } from '../../../fields/PersonName.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import type { Decision } from './DecideDialog.tsx';
import { DecideActs } from './DecideActs.tsx';

interface Props {
  readonly deposits: readonly FundDepositResource[];
  readonly asset: string;
  readonly onDecide: (deposit: FundDepositResource, decision: Decision) => void;
}

const COLUMNS = ['status', 'kind', 'amount', 'reason', 'asked', 'decided'] as const;
const TONES = { asked: 'caution', approved: 'healthy', rejected: 'neutral' } as const;

/** What waits first, then what was decided, the latest first. */
export function DepositTable({ deposits, asset, onDecide }: Props) {
  const translate = useTranslate();
  const latest = deposits.toReversed();
  const rows = [
    ...latest.filter(({ status }) => status === 'asked'),
    ...latest.filter(({ status }) => status !== 'asked'),
  ];
  return (
    <Scroller label={translate('deposits.title')} maxHeight={460}>
      <Table size="small" stickyHeader aria-label={translate('deposits.title')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} align={column === 'amount' ? 'right' : 'left'}>
                {translate(`deposits.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((deposit) => (
            <TableRow key={deposit.id} hover>
              <TableCell>
                <ToneChip tone={TONES[deposit.status]}>{translate(`deposits.status_${deposit.status}`)}</ToneChip>
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{translate(`deposits.kind_${deposit.kind}`)}</TableCell>
              <TableCell align="right">
                <MoneyField value={deposit.amount} unit={asset} strong />
              </TableCell>
              <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>{deposit.reason}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <PersonName id={deposit.askedBy} />
                <Box sx={{ color: 'text.secondary', fontSize: '0.78rem' }}>
                  <InstantField value={deposit.askedAt} />
                </Box>
              </TableCell>
              <TableCell>
                {deposit.decidedBy === null ? (
                  <DecideActs deposit={deposit} onDecide={(decision) => onDecide(deposit, decision)} />
                ) : (
                  <Decider deposit={deposit} by={deposit.decidedBy} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scroller>
  );
}

function Decider({ deposit: { decidedAt, comment }, by }: { deposit: FundDepositResource; by: string }) {
  return (
    <>
      <PersonName id={by} />
      <Box sx={{ color: 'text.secondary', fontSize: '0.78rem' }}>
        <InstantField value={decidedAt} />
      </Box>
      {comment === null || comment === '' ? null : <Box sx={{ overflowWrap: 'anywhere' }}>{comment}</Box>}
    </>
  );
}
