import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { groupDigits } from '../text/figures.ts';

interface Props {
  /** Decimal text; null where it could not be judged or does not exist. */
  readonly value: string | null;
  /** The asset it is in. Left out only where the column heading names it. */
  readonly unit?: string | undefined;
  /** What stands in for null. */
  readonly absent?: string;
  readonly strong?: boolean;
}

/** An amount with its unit, digits in groups; a negative one in the color of danger and with a real minus. */
export function MoneyField({ value, unit, absent, strong = false }: Props) {
  const translate = useTranslate();
  if (value === null) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {absent ?? translate('field.unknown')}
      </Box>
    );
  }
  return (
    <Box
      component="span"
      sx={{
        whiteSpace: 'nowrap',
        fontWeight: strong ? 650 : 400,
        color: value.startsWith('-') ? 'tones.danger' : 'inherit',
      }}
    >
      {groupDigits(value)}
      {unit === undefined ? null : (
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.86em', ml: 0.5 }}>
          {unit}
        </Box>
      )}
    </Box>
  );
}
