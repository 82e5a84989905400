import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import type { Haircut } from '@backstop/core/margin';
import { Panel } from '../../layout/Panel.tsx';
import { compactNumber } from '../../text/figures.ts';
import { weightPoints } from './weightPoints.ts';

/** The share of what is held that counts, as the core counts it. */
export function WeightCurve({ haircut, asset }: { haircut: Haircut; asset: string }) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const points = useMemo(() => weightPoints(haircut), [haircut]);
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
          hideLegend
          grid={{ horizontal: true }}
          margin={{ top: 12, right: 20, bottom: 4, left: 4 }}
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
            {
              label: translate('haircut.counted_share'),
              data: points.map(({ countedPercent }) => countedPercent),
              color: palette.primary.main,
              curve: 'linear',
              showMark: false,
              valueFormatter: (value) => (value === null ? '–' : `${compactNumber(value)} %`),
            },
          ]}
        />
      </Box>
    </Panel>
  );
}
