import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { OPERATORS_OF_TYPE, type CatalogueFact } from '@backstop/core/rules';
import { readKey } from '../../../text/readKey.ts';
import { useBuilder } from './BuilderContext.ts';
import { askable, askedName, withFact, withOperator } from './conditionForm.ts';
import { LeafValueEditor } from './LeafValueEditor.tsx';
import type { RawRow } from './rawRows.ts';

interface Props {
  readonly leaf: RawRow;
  /** What the comparison is called for those who do not see where it stands. */
  readonly label: string;
  readonly onChange: (leaf: RawRow) => void;
}

/** A comparison: a fact with its unit, an operator that suits its type, and what it is compared with. */
export function LeafEditor({ leaf, label, onChange }: Props) {
  const translate = useTranslate();
  const { catalogue } = useBuilder();
  const fact = catalogue.get(askedName(leaf));
  const operator = typeof leaf['operator'] === 'string' ? leaf['operator'] : '';
  const fitting: readonly string[] = fact === undefined ? [] : OPERATORS_OF_TYPE[fact.type];
  // What was typed as JSON, with decorators for instance, stays a choice.
  const operators = fitting.includes(operator) ? fitting : [operator, ...fitting];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', flex: '1 1 auto' }}>
      <FactPicker
        label={translate('builder.fact_of', { of: label })}
        facts={askable(catalogue)}
        name={askedName(leaf)}
        onChange={(next) => onChange(withFact(leaf, next))}
      />
      <TextField
        select
        size="small"
        label={translate('builder.operator')}
        value={operator}
        onChange={({ target }) => onChange(withOperator(leaf, target.value))}
        sx={{ width: 150 }}
      >
        {operators.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`operator.${one}`, { _: one })}
          </MenuItem>
        ))}
      </TextField>
      <LeafValueEditor leaf={leaf} fact={fact} label={label} onChange={onChange} />
    </Box>
  );
}

interface PickerProps {
  readonly label: string;
  readonly facts: readonly CatalogueFact[];
  readonly name: string;
  readonly onChange: (fact: CatalogueFact) => void;
}

/** A fact out of those that there are, each with its unit and what it says. */
export function FactPicker({ label, facts, name, onChange }: PickerProps) {
  const translate = useTranslate();
  const known = facts.find((one) => one.name === name);
  return (
    <Autocomplete<CatalogueFact, false, true>
      size="small"
      disableClearable
      sx={{ width: 250 }}
      options={facts}
      // A name that means nothing stands as it was typed: the core says so below.
      value={known ?? ({ name } as CatalogueFact)}
      isOptionEqualToValue={(one, other) => one.name === other.name}
      getOptionLabel={(one) => readKey(one.name)}
      getOptionKey={(one) => one.name}
      onChange={(_, next) => onChange(next)}
      renderOption={({ key, ...props }, one) => (
        <Box component="li" key={key} {...props}>
          <span>
            {readKey(one.name)}{' '}
            <Box component="span" sx={quiet}>
              {translate(`builder.unit_${one.unit}`)}
            </Box>
            <Box component="span" sx={{ ...quiet, display: 'block' }}>
              {one.meaning}
            </Box>
          </span>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

const quiet = { color: 'text.secondary', fontSize: '0.8rem' } as const;
