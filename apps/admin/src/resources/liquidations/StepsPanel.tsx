import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { LiquidationResource } from '@backstop/contracts';
import { compare, parseDecimal, ZERO } from '@backstop/core/num';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { groupDigits } from '../../text/figures.ts';

type Step = LiquidationResource['steps'][number];

const COLUMNS = ['step', 'type', 'contract', 'size', 'filled', 'progress'] as const;
const RIGHT: readonly string[] = ['step', 'size', 'filled'];

/** What fills are held against, and how far each is. */
export function StepsPanel({ liquidation: { steps } }: { liquidation: LiquidationResource }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('liquidations.steps')} note={translate('liquidations.steps_note')} flush>
      <Table size="small" aria-label={translate('liquidations.steps')}>
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
          {steps.map((step) => (
            <TableRow key={step.step} hover>
              <TableCell align="right">{step.step}</TableCell>
              <TableCell>{translate(`liquidations.type_${step.type}`)}</TableCell>
              <TableCell>{step.contract}</TableCell>
              <TableCell align="right">{groupDigits(step.size)}</TableCell>
              <TableCell align="right">{groupDigits(step.filled)}</TableCell>
              <TableCell>
                <Progress step={step} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function Progress({ step: { size, filled } }: { step: Step }) {
  const translate = useTranslate();
  const [all, done] = [parseDecimal(size) ?? ZERO, parseDecimal(filled) ?? ZERO];
  if (compare(done, all) >= 0) return <ToneChip tone="healthy">{translate('liquidations.filled_whole')}</ToneChip>;
  const isBegun = compare(done, ZERO) > 0;
  return <ToneChip tone="neutral">{translate(`liquidations.filled_${isBegun ? 'partly' : 'none'}`)}</ToneChip>;
}
