import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { StepLadder } from '@backstop/core/margin';
import { formatDecimal, type Decimal } from '@backstop/core/num';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { RateField } from '../../fields/RateField.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { ladderPoint, textOf } from './ladderPoint.ts';
import type { LadderUnits } from './ladderUnits.ts';

interface Props {
  readonly ladder: StepLadder;
  readonly units: LadderUnits;
  /** The tier that the calculator's notional falls in. */
  readonly marked: number | null;
}

/** The steps: what the document states, and what follows from it. */
export function LadderTable({ ladder, units, marked }: Props) {
  const translate = useTranslate();
  const isNotional = ladder.basis === 'notional';
  const unit =
    (isNotional ? units.settlementAsset : units.base) ??
    translate(isNotional ? 'ladder.settlement_asset' : 'ladder.base_units');
  const includes =
    ladder.boundary === 'floor-inclusive'
      ? ['ladder.including', 'ladder.excluding']
      : ['ladder.excluding', 'ladder.including'];
  const statesInitial = ladder.tiers.some(({ initialMarginRate }) => initialMarginRate !== null);
  const heading = (key: string, note?: string) => (
    <>
      {translate(key)}
      <span style={{ fontWeight: 400, display: 'block' }}>{note ?? '\u00a0'}</span>
    </>
  );
  return (
    <Panel
      title={translate('ladder.steps')}
      note={translate('ladder.steps_note', { count: ladder.tiers.length })}
      flush
    >
      <Table size="small" sx={{ '& td, & th': { px: { xs: 0.75, lg: 1.25 } } }}>
        <TableHead>
          <TableRow>
            <TableCell>{heading('ladder.tier')}</TableCell>
            <TableCell align="right">
              {heading(
                isNotional ? 'ladder.notional_from' : 'ladder.size_from',
                `${unit}, ${translate(includes[0] ?? '')}`,
              )}
            </TableCell>
            <TableCell align="right">{heading('ladder.to', `${unit}, ${translate(includes[1] ?? '')}`)}</TableCell>
            <TableCell align="right">{heading('ladder.maintenance_rate', translate('ladder.of_notional'))}</TableCell>
            {ladder.isContinuous ? <TableCell align="right">{heading('ladder.deduction', unit)}</TableCell> : null}
            <TableCell align="right">{heading('ladder.leverage_max')}</TableCell>
            {statesInitial ? (
              <TableCell align="right">{heading('ladder.initial_rate', translate('ladder.of_notional'))}</TableCell>
            ) : null}
            <TableCell align="right">{heading('ladder.margin_at_cap', unit)}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {ladder.tiers.map((tier, index) => (
            <TableRow
              key={formatDecimal(tier.floor)}
              hover
              selected={index === marked}
              aria-current={index === marked ? 'true' : undefined}
            >
              <TableCell>{index + 1}</TableCell>
              <TableCell align="right">
                <MoneyField value={formatDecimal(tier.floor)} />
              </TableCell>
              <TableCell align="right">
                <MoneyField value={textOf(tier.cap)} absent={translate('field.unbounded')} />
              </TableCell>
              <TableCell align="right">
                <RateField value={formatDecimal(tier.maintenanceMarginRate)} />
              </TableCell>
              {ladder.isContinuous ? (
                <TableCell align="right">
                  <MoneyField value={formatDecimal(tier.maintenanceDeduction)} />
                </TableCell>
              ) : null}
              <TableCell align="right">
                {tier.leverageMax === null ? '–' : `${formatDecimal(tier.leverageMax)}×`}
              </TableCell>
              {statesInitial ? (
                <TableCell align="right">
                  <RateField value={textOf(tier.initialMarginRate)} />
                </TableCell>
              ) : null}
              <TableCell align="right">
                <MoneyField value={marginAtCap(ladder, tier.cap, units.precision)} absent="–" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function marginAtCap(ladder: StepLadder, cap: Decimal | null, precision: number): string | null {
  return cap === null ? null : formatDecimal(ladderPoint(ladder, cap, precision).maintenanceMargin);
}
