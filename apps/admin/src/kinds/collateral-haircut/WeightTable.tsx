import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { CollateralHaircutDocument } from '@backstop/core/kinds/collateral-haircut';
import { formatDecimal, ONE, parseDecimal, subtract } from '@backstop/core/num';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { RateField } from '../../fields/RateField.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { asPercent } from '../../text/figures.ts';

type Tiers = Extract<CollateralHaircutDocument, { model: 'ladder' }>['tiers'];

/** Each slice of value and the share of it that counts. */
export function WeightTable({ tiers }: { tiers: Tiers }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('haircut.weights')} note={translate('haircut.marginal')} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell align="right">{translate('haircut.value_from')}</TableCell>
            <TableCell align="right">{translate('haircut.value_to')}</TableCell>
            <TableCell align="right">{translate('haircut.weight')}</TableCell>
            <TableCell align="right">{translate('haircut.haircut')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {tiers.map(({ valueFloor, valueCap, weight }) => (
            <TableRow key={valueFloor} hover>
              <TableCell align="right">
                <MoneyField value={valueFloor} />
              </TableCell>
              <TableCell align="right">
                <MoneyField value={valueCap} absent={translate('field.unbounded')} />
              </TableCell>
              <TableCell align="right">
                <RateField value={weight} />
              </TableCell>
              <TableCell align="right">{haircutPercent(weight)} %</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

/** 1 − weight, as a percentage, exact. */
function haircutPercent(weight: string): string {
  return asPercent(formatDecimal(subtract(ONE, parseDecimal(weight) ?? ONE)));
}
