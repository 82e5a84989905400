import { useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { isRecord } from '../../../text/isRecord.ts';
import { useBuilder } from '../../rules/builder/BuilderContext.ts';
import { askable, askedName, referenceTo } from '../../rules/builder/conditionForm.ts';
import { FactPicker } from '../../rules/builder/FactPicker.tsx';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';
import { exactNumber, type ParamForm } from './paramForm.ts';

interface Props {
  readonly value: unknown;
  /** Null = none that a form draws. */
  readonly form: ParamForm | null;
  readonly whole: string;
  readonly onChange: (value: unknown) => void;
}

/** What is passed on, in the form that it has; a fact is passed on with its value of the moment. */
export function ParamValue({ value, form, whole, onChange }: Props) {
  const translate = useTranslate();
  const { catalogue } = useBuilder();
  const label = <ShortLabel shown={translate('builder.value')} whole={translate('builder.value_of', { of: whole })} />;
  switch (form) {
    case 'nothing':
      return null;
    case 'fact':
      return (
        <FactPicker
          label={<ShortLabel shown={translate('builder.fact')} whole={translate('builder.fact_of', { of: whole })} />}
          facts={askable(catalogue)}
          name={isRecord(value) ? askedName(value) : ''}
          onChange={(fact) => onChange(referenceTo(fact))}
        />
      );
    case 'boolean':
      return (
        <TextField
          select
          size="small"
          label={label}
          value={String(value)}
          onChange={({ target }) => onChange(target.value === 'true')}
          sx={{ width: 110 }}
        >
          <MenuItem value="true">{translate('generic.yes')}</MenuItem>
          <MenuItem value="false">{translate('generic.no')}</MenuItem>
        </TextField>
      );
    case 'number':
      return <NumberValue value={Number(value)} label={label} onChange={onChange} />;
    case 'text':
      return (
        <TextField
          size="small"
          label={label}
          value={String(value)}
          onChange={({ target }) => onChange(target.value)}
          sx={{ width: 220 }}
        />
      );
    case null:
      return (
        <Box component="code" sx={{ fontSize: '0.8rem', pt: 1 }}>
          {JSON.stringify(value)}
        </Box>
      );
  }
}

interface NumberProps {
  readonly value: number;
  readonly label: ReactNode;
  readonly onChange: (value: number) => void;
}

/** What is no number yet, or would come out another, stays in the field and out of the document. */
function NumberValue({ value, label, onChange }: NumberProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    const number = exactNumber(text);
    setTyped(number === null ? text : null);
    if (number !== null) onChange(number);
  };
  return (
    <TextField
      size="small"
      label={label}
      value={typed ?? String(value)}
      error={typed !== null}
      helperText={typed === null ? undefined : translate('builder.not_exact')}
      onChange={({ target }) => change(target.value)}
      sx={{ width: 180, '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
}
