import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import type { Haircut } from '@backstop/core/margin';
import { Panel } from '../../layout/Panel.tsx';
import { compactNumber } from '../../text/figures.ts';
import { weightEnd, weightPoints, type WeightPoint } from './weightPoints.ts';

interface Props {
  readonly haircut: Haircut;
  /** What it is held against; null = nothing. */
  readonly before?: Haircut | null;
  readonly asset: string;
}

/** The share of what is held that counts, as the core counts it. */
export function WeightCurve({ haircut, before = null, asset }: Props) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const { points, old } = useMemo(() => pointsOf(haircut, before), [haircut, before]);
  const model = haircut.weighting.model;
  const across = translate(
    model === 'ladder'
      ? 'haircut.across_value'
      : model === 'deposits'
        ? 'haircut.across_deposits'
        : 'haircut.across_amount',
    { asset },
  );
  return (
    <Panel title={translate('haircut.curve')}>
      <Box component="figure" sx={{ m: 0 }} aria-label={translate('haircut.describe', { across })}>
        <LineChart
          height={280}
          skipAnimation
          hideLegend={old === null}
          grid={{ horizontal: true }}
          margin={{ top: 12, right: 20, bottom: 4, left: 4 }}
          sx={{ '& .MuiLineElement-series-before, & [data-series="before"]': { strokeDasharray: '6 4' } }}
          xAxis={[
            {
              data: points.map(({ held }) => held),
              scaleType: 'linear',
              min: 0,
              label: across,
              valueFormatter: compactNumber,
              tickNumber: 6,
              height: 46,
              labelStyle: { fontSize: 12 },
            },
          ]}
          yAxis={[
            {
              min: 0,
              max: 100,
              valueFormatter: (value: number) => `${compactNumber(value)} %`,
              width: 58,
              tickNumber: 5,
            },
          ]}
          series={[
            ...(old === null
              ? []
              : [
                  {
                    id: 'before',
                    label: translate('haircut.before'),
                    data: old.map(({ countedPercent }) => countedPercent),
                    color: palette.text.secondary,
                    curve: 'linear' as const,
                    showMark: false,
                    valueFormatter: percent,
                  },
                ]),
            {
              label: translate(old === null ? 'haircut.counted_share' : 'haircut.after'),
              data: points.map(({ countedPercent }) => countedPercent),
              color: palette.primary.main,
              curve: 'linear',
              showMark: false,
              valueFormatter: percent,
            },
          ]}
        />
      </Box>
    </Panel>
  );
}

/** Two are drawn over one axis; one of another model has another. */
function pointsOf(haircut: Haircut, before: Haircut | null): { points: WeightPoint[]; old: WeightPoint[] | null } {
  if (before?.weighting.model !== haircut.weighting.model) {
    return { points: weightPoints(haircut), old: null };
  }
  const end = Math.max(weightEnd(haircut), weightEnd(before));
  return { points: weightPoints(haircut, end), old: weightPoints(before, end) };
}

function percent(value: number | null): string {
  return value === null ? '–' : `${compactNumber(value)} %`;
}
