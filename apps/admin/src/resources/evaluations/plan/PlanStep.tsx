import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { PlanStepResponse } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { useSpecification } from '../../../providers/useSpecification.ts';
import { FillCells } from './FillCells.tsx';
import { StateCells } from './StateCells.tsx';
import { fillsShown } from './fillsShown.ts';
import { readStep } from './readStep.ts';

interface Props {
  readonly step: PlanStepResponse;
  readonly number: number;
  readonly asset: string;
}

/** One step: an order has a line for each way it may fill, anything else has one. */
export function PlanStep({ step, number, asset }: Props) {
  const translate = useTranslate();
  const { data: specification } = useSpecification();
  const contract = 'contract' in step ? specification?.contracts.get(step.contract) : undefined;
  const words = (
    <>
      <strong>{`${String(number)}. ${readStep(step, contract, translate)}`}</strong>
      {'sizeLeft' in step ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
          {translate('plan.part')} <MoneyField value={step.notional} unit={asset} /> ·{' '}
          {translate(`plan.${'sizeBy' in step ? `by.${step.sizeBy}` : `why.${step.reason}`}`)}
        </Box>
      ) : null}
    </>
  );
  if (step.type !== 'reduce') {
    return (
      <TableRow hover>
        <TableCell colSpan={3}>{words}</TableCell>
        <TableCell align="right">
          {step.type === 'takeover' ? <MoneyField value={step.bankruptcyAmount} unit={asset} /> : null}
        </TableCell>
        <TableCell />
        <StateCells state={step.after} />
      </TableRow>
    );
  }
  const fills = fillsShown(step);
  return fills.map(({ way, fill }, place) => (
    <TableRow key={way}>
      {place > 0 ? null : (
        <>
          <TableCell rowSpan={fills.length} sx={{ minWidth: 180 }}>
            {words}
          </TableCell>
          <TableCell rowSpan={fills.length} align="right">
            <MoneyField value={step.limitPrice} unit={contract?.quote} absent={translate('plan.any_price')} />
          </TableCell>
        </>
      )}
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{translate(`plan.fill.${way}`)}</TableCell>
      <FillCells fill={fill} asset={asset} settlementAsset={step.settlementAsset} />
      <StateCells state={fill.after} />
    </TableRow>
  ));
}
