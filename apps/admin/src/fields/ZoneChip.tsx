import { useTranslate } from 'react-admin';
import { ToneChip } from './ToneChip.tsx';
import { zoneInWords } from '../text/phrases.ts';
import { zoneTone } from './zoneTone.ts';

/** The zone of a scope by its name; null reads as what it is. */
export function ZoneChip({ zone, actions }: { zone: string | null; actions?: readonly { readonly type: string }[] }) {
  const translate = useTranslate();
  return (
    <ToneChip tone={zoneTone(zone, actions ?? [])}>
      {zone === null ? translate('field.indeterminate') : zoneInWords(zone)}
    </ToneChip>
  );
}
