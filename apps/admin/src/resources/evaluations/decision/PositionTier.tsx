import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import { RateField } from '../../../fields/RateField.tsx';
import { groupDigits } from '../../../text/figures.ts';

/** The tier that a maintenance margin was read from: its rate, and where it begins and ends. */
export function PositionTier({ tier, unit }: { tier: ScopeResponse['positions'][number]['tier']; unit: string }) {
  const translate = useTranslate();
  if (tier === null) return <>{translate('field.unknown')}</>;
  const { notionalFloor, notionalCap, maintenanceMarginRate, maintenanceDeduction } = tier;
  const range =
    notionalFloor === null
      ? null
      : notionalCap === null
        ? translate('decision.tier_from', { floor: groupDigits(notionalFloor), unit })
        : translate('decision.tier_range', { floor: groupDigits(notionalFloor), cap: groupDigits(notionalCap), unit });
  return (
    <>
      <RateField value={maintenanceMarginRate} />
      {maintenanceDeduction === '0'
        ? null
        : ` ${translate('decision.less', { deduction: groupDigits(maintenanceDeduction), unit })}`}
      {range === null ? null : (
        <Box sx={{ color: 'text.secondary', fontSize: '0.76rem', whiteSpace: 'nowrap' }}>{range}</Box>
      )}
    </>
  );
}
