import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import { useTranslate } from 'react-admin';
import type { PlanFillResponse } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';

interface Props {
  readonly fill: PlanFillResponse;
  readonly asset: string;
  readonly settlementAsset: string;
}

/** What a fill brings and what it takes; what is nothing is left out, but for the fee. */
export function FillCells({ fill, asset, settlementAsset }: Props) {
  const translate = useTranslate();
  const more = [
    { key: 'plan.fund_fee', value: fill.fundFee },
    { key: 'plan.surplus', value: fill.surplus },
  ].filter(({ value }) => value !== '0');
  return (
    <>
      <TableCell align="right">
        <MoneyField value={fill.cash} unit={asset} />
      </TableCell>
      <TableCell align="right">
        <MoneyField value={fill.fee} unit={settlementAsset} />
        {more.map(({ key, value }) => (
          <Box key={key} sx={{ fontSize: '0.84rem' }}>
            {translate(key)} <MoneyField value={value} unit={settlementAsset} />
          </Box>
        ))}
      </TableCell>
    </>
  );
}
