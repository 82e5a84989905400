import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';

interface Props {
  readonly one: RawRow;
  readonly name: string;
  readonly zones: readonly string[];
  readonly onChange: (one: RawRow) => void;
}

/** The zone that the account of a case was in before: what exits are tried with. */
export function ZoneBefore({ one, name, zones, onChange }: Props) {
  const translate = useTranslate();
  const zone = rawText(one, 'previousZone');
  return (
    <TextField
      select
      size="small"
      label={<ShortLabel shown={translate('builder.before')} whole={translate('builder.before_of', { name })} />}
      value={zone}
      onChange={({ target }) => onChange({ ...one, previousZone: target.value === '' ? null : target.value })}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      sx={{ width: 170 }}
    >
      <MenuItem value="">{translate('builder.before_none')}</MenuItem>
      {[...new Set([...zones, 'healthy', ...(zone === '' ? [] : [zone])])].map((each) => (
        <MenuItem key={each} value={each}>
          {each}
        </MenuItem>
      ))}
    </TextField>
  );
}
