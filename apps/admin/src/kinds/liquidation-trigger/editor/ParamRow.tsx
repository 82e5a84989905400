import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { NameField } from '../../rules/builder/NameField.tsx';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';
import { inForm, PARAM_FORMS, paramForm } from './paramForm.ts';
import { ParamValue } from './ParamValue.tsx';

interface Props {
  readonly name: string;
  readonly value: unknown;
  /** What the action is called that passes it on. */
  readonly of: string;
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
  readonly onChange: (value: unknown) => void;
  readonly onRemove: () => void;
}

/** One thing that an action passes on: its name, what it is, and its value. */
export function ParamRow({ name, value, of, taken, onRename, onChange, onRemove }: Props) {
  const translate = useTranslate();
  const form = paramForm(value);
  const whole = translate('builder.param', { name, of });
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 1.5, minWidth: 0 }}>
        <NameField
          label={<ShortLabel shown={translate('builder.name')} whole={translate('builder.name_of', { name: whole })} />}
          name={name}
          taken={taken}
          onRename={onRename}
        />
        <TextField
          select
          size="small"
          label={
            <ShortLabel
              shown={translate('builder.param_form')}
              whole={translate('builder.param_form_of', { of: whole })}
            />
          }
          value={form ?? 'other'}
          onChange={({ target }) => {
            const next = PARAM_FORMS.find((one) => one === target.value);
            if (next !== undefined) onChange(inForm(value, next));
          }}
          sx={{ width: 140 }}
        >
          {[...PARAM_FORMS, ...(form === null ? ['other'] : [])].map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`builder.param_form_${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <ParamValue value={value} form={form} whole={whole} onChange={onChange} />
      </Box>
      <IconButton size="small" aria-label={translate('builder.remove_param', { of: whole })} onClick={onRemove}>
        <CloseOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}
