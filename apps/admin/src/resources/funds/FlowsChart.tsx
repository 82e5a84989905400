import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { useTranslate } from 'react-admin';
import type { FundStatement } from '@backstop/contracts';
import { compactNumber, groupDigits } from '../../text/figures.ts';
import { readDay } from '../../text/instants.ts';
import { FLOWS, flowOf, type Flow } from './flows.ts';

/** Most days that are drawn; the table below has all. */
const DAYS_MAX = 60;

/** Fewer days than these are drawn as thin bars: a single day as wide as the page says nothing. */
const FEW = 6;

/** Days as stacked bars, in above and out below the line. The same stands in the table, so it is described as a whole. */
export function FlowsChart({ days, asset }: { days: readonly FundStatement[]; asset: string }) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const drawn = days.slice(-DAYS_MAX);
  const colors: Readonly<Record<Flow, string>> = {
    opening: palette.tones.neutral,
    deposits: palette.primary.main,
    surplus: palette.tones.healthy,
    fees: palette.brass,
    positions: palette.tones.caution,
    out: palette.tones.danger,
  };
  const flows = FLOWS.filter((flow) => drawn.some((day) => Number(flowOf(day, flow)) !== 0));
  return (
    <Box component="figure" sx={{ m: 0, px: 2, pt: 1 }} aria-label={translate('funds.flows_chart', { asset })}>
      <BarChart
        height={240}
        skipAnimation
        grid={{ horizontal: true }}
        margin={{ top: 16, right: 16, bottom: 4, left: 4 }}
        xAxis={[
          {
            data: drawn.map(({ day }) => readDay(day)),
            scaleType: 'band',
            categoryGapRatio: drawn.length < FEW ? 0.9 : 0.5,
          },
        ]}
        yAxis={[{ label: asset, labelStyle: { fontSize: 12 }, width: 66, valueFormatter: compactNumber }]}
        series={flows.map((flow) => ({
          label: translate(`funds.flow_${flow}`),
          data: drawn.map((day) => Number(flowOf(day, flow))),
          color: colors[flow],
          stack: 'flows',
          stackOffset: 'diverging' as const,
          valueFormatter: (_value: number | null, { dataIndex }: { dataIndex: number }) => {
            const day = drawn[dataIndex];
            return day === undefined ? '' : `${groupDigits(flowOf(day, flow))} ${asset}`;
          },
        }))}
        slotProps={{ legend: { direction: 'horizontal', position: { vertical: 'top', horizontal: 'start' } } }}
      />
    </Box>
  );
}
