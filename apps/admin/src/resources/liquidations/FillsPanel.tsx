import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { LiquidationFillResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { MONO } from '../../layout/theme.ts';
import { groupDigits } from '../../text/figures.ts';

const AMOUNTS = ['received', 'bankruptcy_amount', 'fees', 'surplus', 'deficit', 'to_fund'] as const;
const COLUMNS = ['fill', 'step', 'size', 'price', ...AMOUNTS] as const;
const RIGHT: readonly string[] = ['size', 'price', ...AMOUNTS];

/** What the venue told, and what each fill came to. */
export function FillsPanel({ fills }: { fills: readonly LiquidationFillResource[] }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('liquidations.fills')} note={translate('liquidations.fills_note')} flush>
      {fills.length === 0 ? (
        <Empty title={translate('liquidations.no_fills')}>{translate('liquidations.no_fills_hint')}</Empty>
      ) : (
        <Table size="small" aria-label={translate('liquidations.fills')} sx={dense}>
          <TableHead>
            <TableRow>
              {COLUMNS.map((column) => (
                <TableCell key={column} align={RIGHT.includes(column) ? 'right' : 'left'}>
                  {translate(`liquidations.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {fills.map((fill) => (
              <Row key={fill.id} fill={fill} />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

/** Ten columns of exact amounts. */
const dense = { '& td, & th': { px: 1 }, '& td': { fontSize: '0.8rem' } } as const;

function Row({ fill }: { fill: LiquidationFillResource }) {
  const translate = useTranslate();
  const { asset, settlementAsset: settles } = fill;
  const fees = <Two first={fill.fee} second={fill.fundFee} unit={settles} />;
  const toFund = <Two first={fill.bookedFees} second={fill.bookedSurplus} unit={settles} />;
  return (
    <TableRow hover>
      <TableCell sx={{ minWidth: 90 }}>
        <Box sx={{ fontFamily: MONO, overflowWrap: 'anywhere' }}>{fill.fillId}</Box>
        <Box sx={{ color: 'text.secondary' }}>
          <InstantField value={fill.recordedAt} isShort />
        </Box>
      </TableCell>
      <TableCell>
        {fill.step}. {fill.contract}
      </TableCell>
      <TableCell align="right">{groupDigits(fill.size)}</TableCell>
      <TableCell align="right">
        {fill.price === null ? translate('liquidations.taken_over') : groupDigits(fill.price)}
        {fill.isBeyondLimit ? (
          <Box>
            <ToneChip tone="caution">{translate('liquidations.beyond_limit')}</ToneChip>
          </Box>
        ) : null}
      </TableCell>
      <TableCell align="right">
        <MoneyField value={fill.received} unit={asset} />
      </TableCell>
      <TableCell align="right">
        <MoneyField value={fill.bankruptcyAmount} unit={asset} />
      </TableCell>
      <TableCell align="right">{fees}</TableCell>
      <TableCell align="right">
        <MoneyField value={fill.surplus} unit={settles} />
      </TableCell>
      <TableCell align="right">
        <MoneyField value={fill.deficit === '0' ? '0' : `-${fill.deficit}`} unit={settles} />
      </TableCell>
      <TableCell align="right">{toFund}</TableCell>
    </TableRow>
  );
}

/** Two amounts, the second only where there is one. */
function Two({ first, second, unit }: { first: string; second: string; unit: string }) {
  return (
    <>
      <MoneyField value={first} unit={unit} />
      {second === '0' ? null : (
        <Box>
          + <MoneyField value={second} unit={unit} />
        </Box>
      )}
    </>
  );
}
