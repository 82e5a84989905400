import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { BarChart } from '@mui/x-charts/BarChart';
import { useTranslate } from 'react-admin';
import type { ImpactReport } from '@backstop/contracts';
import { compactNumber } from '../../../text/figures.ts';
import { readMove } from './readMove.ts';

/** Who becomes liquidatable, and who no longer is, over all moves of the marks; nothing where it is nobody at any. */
export function ShocksChart({ shocks }: Pick<ImpactReport, 'shocks'>) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const ordered = shocks.toSorted((a, b) => Number(a.shock) - Number(b.shock));
  const counts = ordered.map(({ newlyLiquidatable, noLongerLiquidatable }) => ({
    newly: newlyLiquidatable.accounts,
    noLonger: noLongerLiquidatable,
  }));
  if (counts.length < 2 || counts.every(({ newly, noLonger }) => newly + noLonger === 0)) return null;
  return (
    <Box component="section" aria-label={translate('zones.at_shocks')} sx={{ maxWidth: 720 }}>
      <Typography variant="h3">{translate('zones.at_shocks')}</Typography>
      <Box component="figure" sx={{ m: 0 }} aria-label={translate('zones.at_shocks_described')}>
        <BarChart
          height={200}
          skipAnimation
          grid={{ horizontal: true }}
          margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
          xAxis={[
            {
              data: ordered.map(({ shock }) => `${readMove(shock)} %`),
              scaleType: 'band',
              categoryGapRatio: ordered.length < FEW ? 0.7 : 0.4,
            },
          ]}
          yAxis={[{ width: 48, tickMinStep: 1, valueFormatter: compactNumber }]}
          series={[
            {
              label: translate('impact.newly_liquidatable'),
              data: counts.map(({ newly }) => newly),
              color: palette.tones.danger,
            },
            {
              label: translate('impact.no_longer'),
              data: counts.map(({ noLonger }) => noLonger),
              color: palette.tones.healthy,
            },
          ]}
          slotProps={{ legend: { direction: 'horizontal', position: { vertical: 'top', horizontal: 'start' } } }}
        />
      </Box>
    </Box>
  );
}

/** Fewer moves than these are drawn as thin bars. */
const FEW = 5;
