import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { useSpecification, type ContractRow } from '../../../providers/useSpecification.ts';
import { positionKey, type Asked } from './askedOf.ts';
import { PositionTier } from './PositionTier.tsx';
import { PriceWithDistance } from './PriceWithDistance.tsx';

interface Props {
  readonly positions: ScopeResponse['positions'];
  /** The asset of the scope. */
  readonly asset: string;
  readonly margin: 'cross' | 'isolated';
  readonly asked: Asked;
}

/** The positions of a scope: what each needs, the tier it is read from, and where it would be liquidated. */
export function PositionTable({ positions, asset, margin, asked }: Props) {
  const translate = useTranslate();
  const { data: specification } = useSpecification();
  if (positions.length === 0)
    return <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('decision.no_positions')}</Box>;
  return (
    <Scroller
      label={translate('decision.positions')}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        '& td, & th': { px: 0.75 },
        '& td': { fontSize: '0.8rem' },
        '& th': { whiteSpace: 'normal', verticalAlign: 'bottom' },
      }}
    >
      <Table size="small" aria-label={translate('decision.positions')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('decision.contract')}</TableCell>
            <TableCell align="right">{translate('decision.size')}</TableCell>
            <TableCell align="right">{translate('decision.mark')}</TableCell>
            <TableCell align="right">{translate('decision.notional')}</TableCell>
            <TableCell align="right">{translate('decision.unrealized_pnl')}</TableCell>
            <TableCell align="right">{translate('decision.maintenance_margin')}</TableCell>
            <TableCell align="right">{translate('decision.initial_margin')}</TableCell>
            <TableCell>{translate('decision.tier')}</TableCell>
            <TableCell align="right">{translate('decision.liquidation_price')}</TableCell>
            <TableCell align="right">{translate('decision.bankruptcy_price')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {positions.map((position) => {
            const contract = specification?.contracts.get(position.contract);
            const unit = contract?.settlementAsset ?? asset;
            const mark = asked.marks.get(position.contract);
            const size = asked.sizes.get(positionKey(position.contract, position.side, margin));
            return (
              <TableRow key={`${position.contract} ${position.side}`} hover>
                <TableCell>
                  <strong>{position.contract}</strong>
                  {position.side === 'net' ? null : ` ${position.side}`}
                </TableCell>
                <TableCell align="right">
                  <MoneyField
                    value={size ?? null}
                    unit={contract === undefined ? undefined : sizeUnit(contract, translate)}
                  />
                </TableCell>
                <TableCell align="right">
                  <MoneyField value={mark ?? null} unit={contract?.quote} />
                </TableCell>
                <TableCell align="right">
                  <MoneyField value={position.notional} unit={unit} />
                </TableCell>
                <TableCell align="right">
                  <MoneyField value={position.unrealizedPnl} unit={unit} />
                </TableCell>
                <TableCell align="right">
                  <MoneyField value={position.maintenanceMargin} unit={unit} />
                </TableCell>
                <TableCell align="right">
                  <MoneyField value={position.initialMargin} unit={unit} />
                </TableCell>
                <TableCell>
                  <PositionTier tier={position.tier} unit={unit} />
                </TableCell>
                <TableCell align="right">
                  <PriceWithDistance price={position.liquidationPrice} mark={mark} unit={contract?.quote} />
                </TableCell>
                <TableCell align="right">
                  <PriceWithDistance price={position.bankruptcyPrice} mark={mark} unit={contract?.quote} />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Scroller>
  );
}

/** A contract of one unit of the base is counted in the base itself. */
function sizeUnit({ type, multiplier, base }: ContractRow, translate: (key: string) => string): string {
  return type === 'linear' && multiplier === '1' ? base : translate('specification.contracts_unit');
}
