import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { isAboveLastCap, type Ladder } from '@backstop/core/margin';
import { formatDecimal } from '@backstop/core/num';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { RateField } from '../../fields/RateField.tsx';
import { Facts, type Fact } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { textOf, type LadderPoint } from './ladderPoint.ts';
import type { LadderUnits } from './ladderUnits.ts';

interface Props {
  readonly ladder: Ladder;
  readonly units: LadderUnits;
  readonly typed: string;
  /** What the ladder asks at what was typed; null where that is no amount. */
  readonly point: LadderPoint | null;
  readonly onType: (text: string) => void;
}

/** What is the margin at a notional (or size) of my choice? Exact, answered while typing. */
export function LadderCalculator({ ladder, units, typed, point, onType }: Props) {
  const translate = useTranslate();
  const isBySize =
    ladder.model === 'linear' || ladder.model === 'square-root' || (ladder.model === 'step' && ladder.basis === 'size');
  const unit = (isBySize ? units.base : units.settlementAsset) ?? '';
  const isWrong = typed.trim() !== '' && point === null;
  return (
    <Panel title={translate('ladder.calculator')}>
      <TextField
        fullWidth
        label={translate(isBySize ? 'ladder.size' : 'ladder.notional')}
        placeholder={translate('ladder.amount_example')}
        value={typed}
        error={isWrong}
        helperText={isWrong ? translate('ladder.amount_wrong') : ' '}
        onChange={({ target }) => onType(target.value)}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { inputMode: 'decimal', style: { textAlign: 'right' } },
          input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
        }}
      />
      <Box aria-live="polite" sx={{ minHeight: 96 }}>
        {point === null ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('ladder.calculator_hint')}
          </Typography>
        ) : (
          <Facts facts={factsOf(point, unit, translate)} columnWidth={172} />
        )}
        {point !== null && ladder.model === 'step' && isAboveLastCap(ladder, point.measure) ? (
          <Typography variant="body2" sx={{ color: 'tones.caution', mt: 1 }}>
            {translate('ladder.above_last_cap')}
          </Typography>
        ) : null}
        {point !== null && isBySize ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
            {translate('ladder.in_base_units')}
          </Typography>
        ) : null}
      </Box>
    </Panel>
  );
}

function factsOf(point: LadderPoint, unit: string, translate: (key: string) => string): Fact[] {
  const leverage = point.tier.leverageMax;
  return [
    {
      label: translate('ladder.maintenance_margin'),
      value: <MoneyField strong value={formatDecimal(point.maintenanceMargin)} unit={unit} />,
    },
    { label: translate('ladder.effective_rate'), value: <RateField value={textOf(point.effectiveRate)} /> },
    {
      label: translate('ladder.initial_margin'),
      value: <MoneyField value={textOf(point.initialMargin)} unit={unit} absent={translate(absentInitial(point))} />,
    },
    {
      label: translate('ladder.leverage_max'),
      value: leverage === null ? translate('ladder.not_stated') : `${formatDecimal(leverage)}×`,
    },
    ...(point.tierIndex === null
      ? []
      : [
          { label: translate('ladder.tier'), value: point.tierIndex + 1 },
          {
            label: translate('ladder.tier_rate'),
            value: <RateField value={formatDecimal(point.tier.maintenanceMarginRate)} />,
          },
        ]),
  ];
}

function absentInitial({ isByOpenInterest }: LadderPoint): string {
  return isByOpenInterest ? 'ladder.by_open_interest' : 'ladder.not_stated';
}
