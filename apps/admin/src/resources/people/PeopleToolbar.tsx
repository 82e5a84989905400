import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { ROLES } from '@backstop/core/access';
import { SearchField } from '../../layout/SearchField.tsx';
import type { CatalogView } from '../../layout/useCatalogView.ts';

/** Search by name or login, by role, and whether they may still sign in. */
export function PeopleToolbar({ view, total }: { view: CatalogView; total: number | null }) {
  const translate = useTranslate();
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, p: 1.5 }}>
      <SearchField
        label={translate('people.search')}
        example={translate('people.search_example')}
        value={view.filter('q')}
        onSearch={(text) => view.narrow('q', text, true)}
      />
      <TextField
        select
        label={translate('people.role')}
        value={view.filter('role')}
        onChange={({ target }) => view.narrow('role', target.value)}
        sx={{ width: 150 }}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('people.any_role')}</MenuItem>
        {ROLES.map((role) => (
          <MenuItem key={role} value={role}>
            {translate(`role.${role}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('people.condition')}
        value={view.filter('disabled')}
        onChange={({ target }) => view.narrow('disabled', target.value)}
        sx={{ width: 150 }}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('people.any_condition')}</MenuItem>
        <MenuItem value="false">{translate('people.may_sign_in')}</MenuItem>
        <MenuItem value="true">{translate('people.disabled')}</MenuItem>
      </TextField>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {total === null ? '' : translate('people.found', { smart_count: total })}
      </Typography>
    </Box>
  );
}
