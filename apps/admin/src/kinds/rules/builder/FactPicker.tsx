import type { ReactNode } from 'react';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { CatalogueFact } from '@backstop/core/rules';
import { inWords } from '../../../text/phrases.ts';
import { readKey } from '../../../text/readKey.ts';

interface Props {
  readonly label: ReactNode;
  readonly facts: readonly CatalogueFact[];
  readonly name: string;
  readonly onChange: (fact: CatalogueFact) => void;
}

/** A fact out of those that there are, each with its unit and what it says. */
export function FactPicker({ label, facts, name, onChange }: Props) {
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
              {inWords(one.meaning)}
            </Box>
          </span>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

const quiet = { color: 'text.secondary', fontSize: '0.8rem' } as const;
