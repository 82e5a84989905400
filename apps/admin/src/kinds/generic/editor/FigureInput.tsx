import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { asPercent, groupDigits } from '../../../text/figures.ts';
import { shownLabel } from './fieldWords.ts';
import { useProblemAt, useSurroundings } from './EditorContext.ts';
import type { Field } from './fieldShape.ts';
import { figureUnit, type FigureUnit } from './figureUnit.ts';
import { plainFigure } from './plainFigure.ts';
import type { ValueProps } from './valueProps.ts';

/** A figure or a text, exactly as the document states it; its unit stands in the field, a rate in percent beside it. */
export function FigureInput(props: ValueProps & { readonly field: Field; readonly isInTable?: boolean }) {
  const { name, label, pointer, schema, value, isRequired, field, isInTable = false, onChange } = props;
  const translate = useTranslate();
  const problem = useProblemAt(pointer);
  const { asset } = useSurroundings();
  const isFigure = field.shape.type !== 'text';
  const unit = isFigure ? figureUnit(name) : 'none';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const change = (typed: string): void => {
    const plain = isFigure ? plainFigure(typed, unit) : typed;
    if (plain === '' && field.isNullable) onChange(null);
    else if (plain === '' && !isRequired) onChange(undefined);
    else onChange(field.shape.type === 'integer' && /^\d{1,15}$/.test(plain) ? Number(plain) : plain);
  };
  const absent = typeof schema.default === 'string' || typeof schema.default === 'number' ? String(schema.default) : '';
  return (
    <TextField
      data-pointer={pointer}
      fullWidth
      label={isInTable ? undefined : shownLabel(name, label, translate)}
      value={text}
      placeholder={field.isNullable ? (field.nullWords ?? translate('editor.not_stated')) : absent}
      error={problem !== null}
      helperText={problem ?? (isInTable ? undefined : field.sentence)}
      onChange={({ target }) => change(target.value)}
      sx={isFigure ? { '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } : {}}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { 'aria-label': label, inputMode: isFigure ? 'decimal' : 'text' },
        input: { endAdornment: <Unit text={suffix(unit, text, asset, translate)} /> },
      }}
    />
  );
}

function Unit({ text }: { text: string }) {
  return text === '' ? null : (
    <InputAdornment position="end">
      <span style={{ fontSize: '0.82rem', whiteSpace: 'nowrap' }}>{text}</span>
    </InputAdornment>
  );
}

function suffix(unit: FigureUnit, text: string, asset: string | null, translate: (key: string) => string): string {
  switch (unit) {
    case 'rate':
      return /^-?\d+(?:\.\d+)?$/.test(text) ? `= ${groupDigits(asPercent(text))} %` : '';
    case 'amount':
      return asset ?? '';
    case 'times':
      return '×';
    case 'contracts':
    case 'decimals':
      return translate(`editor.unit_${unit}`);
    case 'duration':
    case 'price':
    case 'none':
      return '';
  }
}
