import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { BookZonesResource } from '@backstop/contracts';
import { SavedViews } from '../../layout/SavedViews.tsx';
import { SearchField } from '../../layout/SearchField.tsx';
import type { CatalogView } from '../../layout/useCatalogView.ts';
import { groupDigits } from '../../text/figures.ts';
import { zoneInWords } from '../../text/phrases.ts';

interface Props {
  readonly book: BookZonesResource;
  readonly view: CatalogView;
  /** How many scopes are left; null while that is not known. */
  readonly found: number | null;
}

/** Which accounts: by id, zone and contract, each with how many the whole book has. */
export function AccountFilters({ book, view, found }: Props) {
  const translate = useTranslate();
  const zones = book.zones.map(({ zone, scopes }) => ({
    value: zone ?? 'indeterminate',
    label: counted(zone === null ? translate('field.indeterminate') : zoneInWords(zone), scopes),
  }));
  const contracts = book.contracts.map(({ contract, scopes }) => ({
    value: contract,
    label: counted(contract, scopes),
  }));
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, p: 1.5 }}>
      <SearchField
        label={translate('accounts.search')}
        example={translate('accounts.search_example')}
        value={view.filter('q')}
        onSearch={(q) => view.narrow('q', q, true)}
      />
      <Choice name="zone" any={translate('accounts.any_zone')} choices={zones} view={view} />
      <Choice name="contract" any={translate('accounts.any_contract')} choices={contracts} view={view} />
      <SavedViews page="accounts" />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {found === null ? '' : translate('accounts.found', { smart_count: found })}
      </Typography>
    </Box>
  );
}

interface ChoiceProps {
  readonly name: 'zone' | 'contract';
  readonly any: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly view: CatalogView;
}

/** What the address names stays a choice, even where the book has none of it any more. */
function Choice({ name, any, choices, view }: ChoiceProps) {
  const translate = useTranslate();
  const chosen = view.filter(name);
  const isKnown = chosen === '' || choices.some(({ value }) => value === chosen);
  const all = isKnown ? choices : [...choices, { value: chosen, label: chosen }];
  return (
    <TextField
      select
      label={translate(`accounts.${name}`)}
      value={chosen}
      onChange={({ target }) => view.narrow(name, target.value)}
      sx={{ width: 190 }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{any}</MenuItem>
      {all.map(({ value, label }) => (
        <MenuItem key={value} value={value}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function counted(name: string, count: number): string {
  return `${name} (${groupDigits(String(count))})`;
}
