import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { MONO } from '../../../layout/theme.ts';
import { useProblemAt } from './EditorContext.ts';
import type { Field } from './fieldShape.ts';
import { shownLabel } from './fieldWords.ts';
import type { ValueProps } from './valueProps.ts';

/** A part that no form draws, as JSON of its own; what is no JSON yet stays in the field and out of the document. */
export function JsonInput(props: ValueProps & { readonly field: Field }) {
  const { name, label, pointer, value, field, onChange } = props;
  const translate = useTranslate();
  const problem = useProblemAt(pointer);
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    try {
      onChange(JSON.parse(text));
      setTyped(null);
    } catch {
      setTyped(text);
    }
  };
  const isBroken = typed !== null;
  return (
    <TextField
      multiline
      fullWidth
      minRows={3}
      maxRows={16}
      data-pointer={pointer}
      label={translate('editor.as_json', { label: shownLabel(name, label, translate) })}
      value={typed ?? JSON.stringify(value ?? null, null, 2)}
      error={isBroken || problem !== null}
      helperText={isBroken ? translate('editor.not_json') : (problem ?? field.sentence)}
      onChange={({ target }) => change(target.value)}
      slotProps={{
        htmlInput: {
          'aria-label': translate('editor.as_json', { label }),
          spellCheck: false,
          style: { fontFamily: MONO, fontSize: '0.8rem' },
        },
      }}
    />
  );
}
