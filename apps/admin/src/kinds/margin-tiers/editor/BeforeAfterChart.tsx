import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import { compactNumber } from '../../../text/figures.ts';
import type { CurvePoint } from '../curve.ts';

interface Props {
  readonly picture: 'margin' | 'leverage';
  readonly before: readonly CurvePoint[] | null;
  readonly after: readonly CurvePoint[] | null;
  /** What the axes say: across, and up. */
  readonly across: string;
  readonly unit: string;
}

/** Both curves over one axis; each is drawn through its own places. */
export function BeforeAfterChart({ picture, before, after, across, unit }: Props) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const measures = [...new Set([...(before ?? []), ...(after ?? [])].map(({ measure }) => measure))].toSorted(
    (a, b) => a - b,
  );
  const data = (points: readonly CurvePoint[] | null): (number | null)[] => {
    const at = new Map(
      points?.map((point) => [point.measure, picture === 'margin' ? point.maintenanceMargin : point.leverageMax]),
    );
    return measures.map((measure) => at.get(measure) ?? null);
  };
  if (measures.length === 0) return null;
  const line = { curve: 'linear', showMark: false, connectNulls: true } as const;
  return (
    <Box
      component="figure"
      sx={{ m: 0 }}
      aria-label={translate('sheet.curve_describe', { picture: translate(`sheet.curve_${picture}`) })}
    >
      <LineChart
        height={280}
        skipAnimation
        grid={{ horizontal: true }}
        xAxis={[
          {
            data: measures,
            scaleType: 'linear',
            min: 0,
            valueFormatter: (value: number) => compactNumber(value),
            tickNumber: 6,
            label: across,
            height: 46,
            labelStyle: { fontSize: 12 },
          },
        ]}
        yAxis={[
          {
            min: 0,
            valueFormatter: (value: number) => compactNumber(value),
            width: 66,
            label: unit,
            labelStyle: { fontSize: 12 },
          },
        ]}
        series={[
          { ...line, data: data(before), label: translate('sheet.curve_before'), color: palette.brass },
          { ...line, data: data(after), label: translate('sheet.curve_after'), color: palette.primary.main },
        ]}
      />
    </Box>
  );
}
