import Tooltip from '@mui/material/Tooltip';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { asPercent, groupDigits } from '../text/figures.ts';

/** A fraction as a percentage; the exact fraction, as the document states it, on hover and for screen readers. */
export function RateField({ value }: { value: string | null }) {
  const translate = useTranslate();
  if (value === null) return <span>–</span>;
  return (
    <Tooltip title={translate('field.exact_rate', { rate: value })}>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {groupDigits(asPercent(value))}
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', ml: 0.4 }}>
          %
        </Box>
      </Box>
    </Tooltip>
  );
}
