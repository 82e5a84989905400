import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { FundResource } from '@backstop/contracts';
import { groupDigits } from '../../text/figures.ts';
import { fundCondition, TONE_OF_CONDITION } from './fundCondition.ts';

/** Room to the right of whichever is larger, so that the floor's mark is never the edge. */
const MARGIN = 1.08;

/** The balance as a bar, with a mark where the floor is; each compartment on its own scale, since assets differ. */
export function FundBar({ fund, height = 12 }: { fund: FundResource; height?: number }) {
  const translate = useTranslate();
  const balance = Number(fund.balance);
  const floor = Number(fund.floor ?? '0');
  const whole = Math.max(balance, floor) * MARGIN;
  const share = (part: number): string => `${String(whole > 0 ? (part / whole) * 100 : 0)}%`;
  const label = translate('funds.bar', {
    balance: groupDigits(fund.balance),
    floor: groupDigits(fund.floor ?? '0'),
    asset: fund.asset,
  });
  return (
    <Box
      role="img"
      aria-label={label}
      title={label}
      sx={{ position: 'relative', height, bgcolor: 'action.hover', borderRadius: 0.5, my: 0.75, minWidth: 120 }}
    >
      <Box
        sx={{
          position: 'absolute',
          inset: 0,
          width: share(balance),
          bgcolor: `tones.${TONE_OF_CONDITION[fundCondition(fund)]}`,
          opacity: 0.75,
          borderRadius: 0.5,
        }}
      />
      <Box
        sx={{
          position: 'absolute',
          left: share(floor),
          top: -4,
          bottom: -4,
          borderLeft: 2,
          borderColor: 'text.primary',
        }}
      />
    </Box>
  );
}
