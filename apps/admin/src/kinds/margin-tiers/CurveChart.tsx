import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { LineChart } from '@mui/x-charts/LineChart';
import type { AxisValueFormatterContext } from '@mui/x-charts/models';
import { useTranslate } from 'react-admin';
import type { Ladder } from '@backstop/core/margin';
import { compactNumber } from '../../text/figures.ts';
import { acrossOf, amountUnitOf } from './axisWords.ts';
import type { CurvePoint } from './curve.ts';
import type { Picture } from './picture.ts';
import type { LadderUnits } from './ladderUnits.ts';

interface Props {
  readonly ladder: Ladder;
  readonly units: LadderUnits;
  readonly picture: Picture;
  readonly isLogarithmic: boolean;
  readonly points: readonly CurvePoint[];
  readonly borders: readonly number[];
  readonly marked: number | null;
}

interface Line {
  readonly label: string;
  readonly data: (number | null)[];
  readonly color: string;
}

/** The drawing itself. Everything in it also stands in the table, so it is described, not read out point by point. */
export function CurveChart({ ladder, units, picture, isLogarithmic, points, borders, marked }: Props) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const across = acrossOf(ladder, units, translate);
  const amountUnit = amountUnitOf(ladder, units);
  const lines = linesOf(picture, points, ladder.model === 'step', translate, palette.primary.main, palette.brass);
  const suffix = picture === 'margin' ? (amountUnit === '' ? '' : ` ${amountUnit}`) : picture === 'rate' ? ' %' : '×';
  const read = (value: number | null): string => (value === null ? '–' : compactNumber(value) + suffix);
  return (
    <Box component="figure" sx={{ m: 0 }} aria-label={translate(`curve.describe_${picture}`, { across })}>
      <LineChart
        height={320}
        skipAnimation
        grid={{ horizontal: true }}
        hideLegend={lines.length < 2}
        margin={{ top: 16, right: 20, bottom: 4, left: 4 }}
        xAxis={[
          {
            data: points.map(({ measure }) => measure),
            scaleType: isLogarithmic ? 'log' : 'linear',
            min: isLogarithmic ? Math.max(points[0]?.measure ?? 1, (borders[0] ?? 1) / 100) : 0,
            max: points[points.length - 1]?.measure ?? 1,
            label: across,
            valueFormatter: tickText,
            tickNumber: 6,
            height: 46,
            labelStyle: { fontSize: 12 },
          },
        ]}
        yAxis={[
          {
            ...(isLogarithmic && picture === 'margin'
              ? { scaleType: 'log' as const, min: floorOf(points) }
              : { min: 0 }),
            label: picture === 'margin' ? amountUnit : suffix.trim(),
            labelStyle: { fontSize: 12 },
            valueFormatter: tickText,
            width: 66,
            tickNumber: 6,
          },
        ]}
        series={lines.map((line) => ({ ...line, curve: 'linear', showMark: false, valueFormatter: read }))}
        slotProps={{ legend: { direction: 'horizontal', position: { vertical: 'top', horizontal: 'start' } } }}
      >
        {borders.slice(0, -1).map((border) => (
          <ChartsReferenceLine
            key={border}
            x={border}
            lineStyle={{ stroke: palette.lineStrong, strokeDasharray: '2 4' }}
          />
        ))}
        {marked === null || marked > (points[points.length - 1]?.measure ?? 0) ? null : (
          <ChartsReferenceLine
            x={marked}
            label={compactNumber(marked)}
            lineStyle={{ stroke: palette.brass, strokeWidth: 1.5 }}
            labelAlign="start"
            labelStyle={{ fontSize: 11, fill: palette.brass }}
          />
        )}
      </LineChart>
    </Box>
  );
}

/** A tick as short as it can be; the axis itself leaves out those of a logarithmic scale that would run together. */
function tickText(value: number, context: AxisValueFormatterContext): string {
  return context.location === 'tick' && context.defaultTickLabel === '' ? '' : compactNumber(value);
}

/** Where a logarithmic axis of amounts begins: at the first one above 0. */
function floorOf(points: readonly CurvePoint[]): number {
  return points.find(({ maintenanceMargin }) => maintenanceMargin > 0)?.maintenanceMargin ?? 1;
}

function linesOf(
  picture: Picture,
  points: readonly CurvePoint[],
  hasSteps: boolean,
  translate: (key: string) => string,
  first: string,
  second: string,
): Line[] {
  const line = (key: string, color: string, value: (point: CurvePoint) => number | null): Line => ({
    label: translate(key),
    color,
    data: points.map(value),
  });
  if (picture === 'margin') return [line('ladder.maintenance_margin', first, (point) => point.maintenanceMargin)];
  if (picture === 'leverage') return [line('ladder.leverage_max', first, (point) => point.leverageMax)];
  const effective = line('ladder.effective_rate', first, (point) => point.effectiveRate);
  const lines = hasSteps ? [effective, line('ladder.tier_rate', second, (point) => point.tierRate)] : [effective];
  return points.some(({ initialMarginRate }) => initialMarginRate !== null)
    ? [...lines, line('ladder.initial_rate', '#8a8f98', (point) => point.initialMarginRate)]
    : lines;
}
