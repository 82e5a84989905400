import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { groupDigits, shorten } from '../text/figures.ts';

/** Equity ÷ maintenance margin: below 1 is liquidatable. Said so, because other houses show the inverse. */
export function MarginRatioField({ value }: { value: string | null }) {
  const translate = useTranslate();
  if (value === null)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('field.no_ratio')}
      </Box>
    );
  return (
    <Box component="span" title={translate('field.ratio_exact', { ratio: value })} sx={{ whiteSpace: 'nowrap' }}>
      {shorten(groupDigits(value), 4)}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', ml: 0.5 }}>
        {translate('field.ratio_edge')}
      </Box>
    </Box>
  );
}
