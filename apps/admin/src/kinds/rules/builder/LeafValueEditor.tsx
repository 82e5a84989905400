import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { CatalogueFact } from '@backstop/core/rules';
import { isRecord } from '../../../text/isRecord.ts';
import { useBuilder } from './BuilderContext.ts';
import { askedName, comparableFacts, referenceTo } from './conditionForm.ts';
import { FactPicker } from './FactPicker.tsx';
import type { RawRow } from './rawRows.ts';
import { ShortLabel } from './ShortLabel.tsx';

interface Props {
  readonly leaf: RawRow;
  /** Undefined for a name that means nothing. */
  readonly fact: CatalogueFact | undefined;
  readonly label: string;
  readonly onChange: (leaf: RawRow) => void;
}

/** What a fact is compared with: a value of its type in its unit, a list of such, or another fact. */
export function LeafValueEditor({ leaf, fact, label, onChange }: Props) {
  const translate = useTranslate();
  const { catalogue } = useBuilder();
  const { value } = leaf;
  const others = fact === undefined ? [] : comparableFacts(fact, catalogue);
  const isReference = isRecord(value);
  const refer = (other: CatalogueFact): void => onChange({ ...leaf, value: referenceTo(other) });
  return (
    <Box sx={{ display: 'flex', columnGap: 1, rowGap: 1.5, flexWrap: 'wrap' }}>
      {others.length === 0 && !isReference ? null : (
        <TextField
          select
          size="small"
          label={
            <ShortLabel shown={translate('builder.against')} whole={translate('builder.against_of', { of: label })} />
          }
          value={isReference ? 'fact' : 'value'}
          onChange={({ target }) => {
            const [first] = others;
            if (target.value === 'value') onChange({ ...leaf, value: '0' });
            else if (first !== undefined) refer(first);
          }}
          sx={{ width: 110 }}
        >
          <MenuItem value="value">{translate('builder.against_value')}</MenuItem>
          <MenuItem value="fact">{translate('builder.against_fact')}</MenuItem>
        </TextField>
      )}
      {isReference ? (
        <FactPicker
          label={
            <ShortLabel shown={translate('builder.fact')} whole={translate('builder.compared_of', { of: label })} />
          }
          facts={others}
          name={askedName(value)}
          onChange={refer}
        />
      ) : (
        <LiteralEditor
          value={value}
          fact={fact}
          label={label}
          onChange={(next) => onChange({ ...leaf, value: next })}
        />
      )}
    </Box>
  );
}

interface LiteralProps {
  readonly value: unknown;
  readonly fact: CatalogueFact | undefined;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}

function LiteralEditor({ value, fact, label, onChange }: LiteralProps) {
  const translate = useTranslate();
  const name = <ShortLabel shown={translate('builder.value')} whole={translate('builder.value_of', { of: label })} />;
  if (Array.isArray(value)) {
    return (
      <Autocomplete
        multiple
        freeSolo
        size="small"
        sx={{ minWidth: 220 }}
        options={[...(fact?.values ?? [])]}
        value={value.map(String)}
        onChange={(_, next) => onChange(next)}
        renderInput={(params) => <TextField {...params} label={name} helperText={translate('builder.list_help')} />}
      />
    );
  }
  const options = fact?.type === 'boolean' ? ['true', 'false'] : fact?.values;
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  const told = (next: string): void => onChange(fact?.type === 'boolean' ? next === 'true' : next);
  if (options?.includes(text) === true) {
    return (
      <TextField
        select
        size="small"
        label={name}
        value={text}
        onChange={({ target }) => told(target.value)}
        sx={{ width: 150 }}
      >
        {options.map((one) => (
          <MenuItem key={one} value={one}>
            {fact?.type === 'boolean' ? translate(one === 'true' ? 'generic.yes' : 'generic.no') : one}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const unit = fact === undefined || fact.unit === 'none' ? null : translate(`builder.unit_${fact.unit}`);
  return (
    <TextField
      size="small"
      label={name}
      value={text}
      onChange={({ target }) => told(target.value)}
      sx={{
        width: 180,
        '& input': { textAlign: unit === null ? 'left' : 'right', fontVariantNumeric: 'tabular-nums' },
      }}
      slotProps={{
        input: unit === null ? {} : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  );
}
