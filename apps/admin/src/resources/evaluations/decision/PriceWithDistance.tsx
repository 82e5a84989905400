import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { groupDigits } from '../../../text/figures.ts';
import { distancePercent } from './distance.ts';

/** A price and how far the mark is from it. */
export function PriceWithDistance({
  price,
  mark,
  unit,
}: {
  price: string | null;
  mark: string | undefined;
  unit: string | undefined;
}) {
  const translate = useTranslate();
  const distance = distancePercent(price, mark);
  return (
    <>
      <MoneyField value={price} unit={unit} absent={translate('decision.no_price')} />
      {distance === null ? null : (
        <Box sx={{ color: 'text.secondary', fontSize: '0.76rem', whiteSpace: 'nowrap' }}>
          {translate('decision.from_mark', {
            distance: distance.startsWith('-') ? groupDigits(distance) : `+${groupDigits(distance)}`,
          })}
        </Box>
      )}
    </>
  );
}
