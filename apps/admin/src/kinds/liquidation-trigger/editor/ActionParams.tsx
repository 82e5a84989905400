import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { RawRow } from '../../rules/builder/rawRows.ts';
import { withParam, withParamName } from './paramForm.ts';
import { ParamRow } from './ParamRow.tsx';

interface Props {
  /** What the action is called. */
  readonly action: string;
  readonly rule: string;
  /** Null where it is no object. */
  readonly params: RawRow | null;
  readonly onChange: (params: RawRow) => void;
}

/** What an action passes on to whoever acts, by name: a text, a figure, yes or no, or a fact of the account judged. */
export function ActionParams({ action, rule, params, onChange }: Props) {
  const translate = useTranslate();
  if (params === null) {
    return (
      <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{translate('builder.params_json', { action })}</Box>
    );
  }
  const names = Object.keys(params);
  return (
    <Box
      role="group"
      aria-label={translate('builder.params_of', { action, rule })}
      sx={{ borderLeft: 2, borderColor: 'divider', pl: 1.25, display: 'grid', gap: 1.5, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, fontSize: '0.84rem' }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {translate('builder.passes', { action })}
        </Box>
        <Button
          size="small"
          aria-label={translate('builder.add_param_to', { action, rule })}
          onClick={() => onChange(withParam(params))}
        >
          {translate('builder.add_param')}
        </Button>
      </Box>
      {Object.entries(params).map(([name, value], at) => (
        <ParamRow
          // Known by its place while its name is typed.
          key={at}
          name={name}
          value={value}
          of={action}
          taken={names.filter((other) => other !== name)}
          onRename={(next) => onChange(withParamName(params, name, next))}
          onChange={(next) => onChange({ ...params, [name]: next })}
          onRemove={() => onChange(Object.fromEntries(Object.entries(params).filter(([key]) => key !== name)))}
        />
      ))}
    </Box>
  );
}
