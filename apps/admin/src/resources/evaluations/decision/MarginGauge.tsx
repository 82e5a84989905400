import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import { zoneTone } from '../../../fields/zoneTone.ts';
import { shareOf } from './distance.ts';

/** Equity as a bar against the margins it has to cover: the picture of the figures beside it. */
export function MarginGauge({ scope }: { scope: ScopeResponse }) {
  const translate = useTranslate();
  const { equity, maintenanceMargin, initialMargin } = scope;
  if (equity === null || maintenanceMargin === null || Number(maintenanceMargin) === 0) return null;
  const whole = String(Math.max(Number(equity), Number(initialMargin ?? 0), Number(maintenanceMargin)) * 1.08);
  const tone = zoneTone(scope.zone, scope.actions);
  const marks = [
    { label: translate('decision.maintenance_short'), share: shareOf(maintenanceMargin, whole), isBelow: true },
    ...(initialMargin === null
      ? []
      : [{ label: translate('decision.initial_short'), share: shareOf(initialMargin, whole), isBelow: false }]),
  ];
  return (
    <Box role="img" aria-label={translate('decision.gauge')} sx={{ py: 2.25, px: 0.5 }}>
      <Box sx={{ position: 'relative', height: 16, bgcolor: 'action.hover', borderRadius: 1 }}>
        <Box
          sx={{
            position: 'absolute',
            inset: 0,
            width: `${String(shareOf(equity, whole) * 100)}%`,
            bgcolor: `tones.${tone}`,
            opacity: 0.75,
            borderRadius: 1,
          }}
        />
        {marks.map(({ label, share, isBelow }) => (
          <Box
            key={label}
            sx={{
              position: 'absolute',
              left: `${String(share * 100)}%`,
              top: -5,
              bottom: -5,
              borderLeft: 2,
              borderColor: 'text.primary',
            }}
          >
            <Box
              sx={{
                position: 'absolute',
                [isBelow ? 'top' : 'bottom']: 24,
                transform: share < 0.12 ? 'translateX(-6px)' : 'translateX(-50%)',
                whiteSpace: 'nowrap',
                fontSize: '0.72rem',
                color: 'text.secondary',
              }}
            >
              {label}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
