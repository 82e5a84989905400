import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { SearchField } from '../../layout/SearchField.tsx';
import type { CatalogView } from '../../layout/useCatalogView.ts';

const STATUSES = ['active', 'expired', 'revoked'] as const;

/** Search by name or id, and the condition that a key is in. */
export function ApiKeyToolbar({ view, total }: { view: CatalogView; total: number | null }) {
  const translate = useTranslate();
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, p: 1.5 }}>
      <SearchField
        label={translate('keys.search')}
        example={translate('keys.search_example')}
        value={view.filter('q')}
        onSearch={(text) => view.narrow('q', text, true)}
      />
      <TextField
        select
        label={translate('keys.status')}
        value={view.filter('status')}
        onChange={({ target }) => view.narrow('status', target.value)}
        sx={{ width: 150 }}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('keys.any_status')}</MenuItem>
        {STATUSES.map((status) => (
          <MenuItem key={status} value={status}>
            {translate(`keys.status_${status}`)}
          </MenuItem>
        ))}
      </TextField>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {total === null ? '' : translate('keys.found', { smart_count: total })}
      </Typography>
    </Box>
  );
}
