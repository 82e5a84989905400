import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { ScopePlanResponse } from '@backstop/contracts';
import { InstantField } from '../../../fields/InstantField.tsx';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { Sentence } from '../../../fields/Sentence.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import type { Tone } from '../../../layout/palette.ts';
import { readScopeName } from '../decision/readScopeName.ts';
import { PlanStep } from './PlanStep.tsx';
import { StateCells } from './StateCells.tsx';

/** The steps of one scope, each with what it leaves at the mark and at its limit, and why they end. */
export function ScopePlan({ scope }: { scope: ScopePlanResponse }) {
  const translate = useTranslate();
  const { asset, before, steps, end } = scope;
  return (
    <Panel
      title={readScopeName(scope, translate)}
      note={translate('plan.steps', { smart_count: steps.length })}
      actions={<ToneChip tone={END_TONES[end.reason]}>{translate(`plan.end.${end.reason}`)}</ToneChip>}
    >
      <Box sx={{ fontSize: '0.9rem', mb: steps.length === 0 ? 0 : 1.5 }}>
        <Sentence text={end.sentence} />
        {end.resumesAt === null ? null : (
          <Box component="span" sx={{ ml: 1, color: 'text.secondary' }}>
            {translate('plan.resumes')} <InstantField value={end.resumesAt} />
          </Box>
        )}
        {end.deficit === '0' ? null : (
          <Box component="span" sx={{ ml: 1 }}>
            {translate('decision.deficit')} <MoneyField value={end.deficit} unit={asset} strong />
          </Box>
        )}
      </Box>
      {steps.length === 0 || before === null ? null : (
        <Box sx={framed}>
          <Scroller>
            <Table size="small" aria-label={translate('plan.table')}>
              <TableHead>
                <TableRow>
                  <TableCell>{translate('plan.step')}</TableCell>
                  <TableCell align="right">{translate('plan.limit')}</TableCell>
                  <TableCell>{translate('plan.filled')}</TableCell>
                  <TableCell align="right">{translate('plan.cash')}</TableCell>
                  <TableCell align="right">{translate('plan.fees')}</TableCell>
                  <TableCell align="right">{`${translate('decision.equity')}, ${asset}`}</TableCell>
                  <TableCell align="right">{`${translate('decision.account_value')}, ${asset}`}</TableCell>
                  <TableCell align="right">{`${translate('decision.maintenance_margin')}, ${asset}`}</TableCell>
                  <TableCell>{translate('plan.zone')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                <TableRow>
                  <TableCell colSpan={5}>{translate('plan.before')}</TableCell>
                  <StateCells state={before} />
                </TableRow>
                {steps.map((step, place) => (
                  // A plan is never edited: the place of a step is what it is known by.
                  <PlanStep key={`${String(place)} ${step.type}`} step={step} number={place + 1} asset={asset} />
                ))}
              </TableBody>
            </Table>
          </Scroller>
        </Box>
      )}
    </Panel>
  );
}

/** A step of two lines ends with the table where it is the last one. */
const framed = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  '& td, & th': { px: 1 },
  '& td': { fontSize: '0.8rem' },
  '& tbody > tr:nth-last-of-type(2) > td[rowspan="2"]': { borderBottom: 0 },
} as const;

const END_TONES: Readonly<Record<ScopePlanResponse['end']['reason'], Tone>> = {
  'not-liquidating': 'healthy',
  restored: 'healthy',
  'nothing-left': 'danger',
  'limit-out-of-reach': 'danger',
  'steps-max': 'caution',
  cooldown: 'caution',
  interval: 'caution',
  'on-hold': 'caution',
  'no-policy': 'unknown',
  indeterminate: 'unknown',
};
