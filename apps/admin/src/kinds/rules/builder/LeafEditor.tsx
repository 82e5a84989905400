import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { OPERATORS_OF_TYPE } from '@backstop/core/rules';
import { useBuilder } from './BuilderContext.ts';
import { askable, askedName, withFact, withOperator } from './conditionForm.ts';
import { FactPicker } from './FactPicker.tsx';
import { LeafValueEditor } from './LeafValueEditor.tsx';
import type { RawRow } from './rawRows.ts';
import { ShortLabel } from './ShortLabel.tsx';

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
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 1.5, alignItems: 'flex-start' }}>
      <FactPicker
        label={<ShortLabel shown={translate('builder.fact')} whole={translate('builder.fact_of', { of: label })} />}
        facts={askable(catalogue)}
        name={askedName(leaf)}
        onChange={(next) => onChange(withFact(leaf, next))}
      />
      <TextField
        select
        size="small"
        label={
          <ShortLabel shown={translate('builder.operator')} whole={translate('builder.operator_of', { of: label })} />
        }
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
