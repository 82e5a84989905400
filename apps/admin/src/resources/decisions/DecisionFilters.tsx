import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { DECISION_TYPES, LOGGED_OUTCOMES } from '@backstop/contracts';
import { SavedViews } from '../../layout/SavedViews.tsx';
import { SearchField } from '../../layout/SearchField.tsx';
import { FILTER_NAMES, type FilterName, type Sought } from './decisionFilter.ts';

interface Props {
  readonly sought: Sought;
  readonly onSeek: (next: Readonly<Record<string, string | null>>) => void;
}

const SEARCHED = ['account', 'contract', 'zone', 'decision'] as const;
const SELDOM = ['policy', 'policySet', 'from', 'to'] as const;

/** What is sought: the usual at once, the rest where it is asked for or already sought by. */
export function DecisionFilters({ sought, onSeek }: Props) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(SELDOM.some((name) => sought[name] !== ''));
  const isNarrowed = FILTER_NAMES.some((name) => sought[name] !== '');
  const search = (name: FilterName) => (
    <SearchField
      key={name}
      label={translate(`decisions.${name}`)}
      example={translate(`decisions.${name}_example`)}
      value={sought[name]}
      onSearch={(text) => onSeek({ [name]: text })}
    />
  );
  const day = (name: 'from' | 'to') => (
    <TextField
      type="date"
      label={translate(`decisions.${name}`)}
      value={sought[name]}
      onChange={({ target }) => onSeek({ [name]: target.value })}
      sx={{ width: 170 }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, p: 1.5 }}>
      <Choice name="type" values={DECISION_TYPES} sought={sought} onSeek={onSeek} />
      <Choice name="outcome" values={LOGGED_OUTCOMES} sought={sought} onSeek={onSeek} />
      {SEARCHED.map(search)}
      {isOpen ? (
        <>
          {search('policy')}
          {search('policySet')}
          {day('from')}
          {day('to')}
        </>
      ) : null}
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {translate(isOpen ? 'decisions.less' : 'decisions.more')}
      </Button>
      <SavedViews page="decisions" />
      {isNarrowed ? (
        <Button onClick={() => onSeek(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))}>
          {translate('decisions.clear')}
        </Button>
      ) : null}
    </Box>
  );
}

interface ChoiceProps extends Props {
  readonly name: 'type' | 'outcome';
  readonly values: readonly string[];
}

function Choice({ name, values, sought, onSeek }: ChoiceProps) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate(`decisions.${name}`)}
      // What somebody typed into the address, and is no choice, is for the service to refuse.
      value={values.includes(sought[name]) ? sought[name] : ''}
      onChange={({ target }) => onSeek({ [name]: target.value })}
      sx={{ width: 170 }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{translate(`decisions.any_${name}`)}</MenuItem>
      {values.map((value) => (
        <MenuItem key={value} value={value}>
          {translate(`decisions.${name}_of.${value}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
