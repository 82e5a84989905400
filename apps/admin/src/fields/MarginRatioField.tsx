import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { groupDigits, shorten } from '../text/figures.ts';

interface Props {
  readonly value: string | null;
  /** Whether the edge stands beside it; false where the heading of a column says it once. */
  readonly isEdgeSaid?: boolean;
}

/** Equity ÷ maintenance margin: below 1 is liquidatable. Said so, because other houses show the inverse. */
export function MarginRatioField({ value, isEdgeSaid = true }: Props) {
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
      {isEdgeSaid ? (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', ml: 0.5 }}>
          {translate('field.ratio_edge')}
        </Box>
      ) : null}
    </Box>
  );
}
