import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { LinkBase, useTranslate } from 'react-admin';
import type { FundResource, FundStatement } from '@backstop/contracts';
import { formatDecimal, parseDecimal, sum, ZERO } from '@backstop/core/num';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { Scroller } from '../../layout/Scroller.tsx';
import { FundBar } from './FundBar.tsx';
import { FundConditionChip } from './FundConditionChip.tsx';
import { payableOf } from './fundCondition.ts';
import { fundPath } from './fundPath.ts';

const AMOUNTS = ['balance', 'floor', 'payable', 'in_today', 'out_today'] as const;

/** One row a compartment. */
export function FundTable({ funds }: { funds: readonly FundResource[] }) {
  const translate = useTranslate();
  return (
    <Scroller label={translate('funds.compartments')}>
      <Table size="small" aria-label={translate('funds.compartments')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('funds.compartment')}</TableCell>
            <TableCell>{translate('funds.condition')}</TableCell>
            <TableCell sx={{ width: '24%' }}>{translate('funds.against_floor')}</TableCell>
            {AMOUNTS.map((column) => (
              <TableCell key={column} align="right">
                {translate(`funds.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {funds.map((fund) => (
            <FundRow key={fund.id} fund={fund} />
          ))}
        </TableBody>
      </Table>
    </Scroller>
  );
}

function FundRow({ fund }: { fund: FundResource }) {
  const { id, asset, balance, floor, today } = fund;
  const amounts = [balance, floor, payableOf(fund), cameIn(today), today.out];
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <Link component={LinkBase} to={fundPath(id)} sx={{ fontWeight: 600 }}>
          {id}
        </Link>
      </TableCell>
      <TableCell>
        <FundConditionChip fund={fund} />
      </TableCell>
      <TableCell>
        <FundBar fund={fund} />
      </TableCell>
      {amounts.map((amount, index) => (
        <TableCell key={AMOUNTS[index]} align="right">
          <MoneyField value={amount} unit={asset} absent="–" strong={index === 0} />
        </TableCell>
      ))}
    </TableRow>
  );
}

/** All that came in on a day. */
function cameIn({ in: from }: FundStatement): string {
  return formatDecimal(sum(Object.values(from).map((amount) => parseDecimal(amount) ?? ZERO)));
}
