import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { SavedViews } from '../../layout/SavedViews.tsx';
import { SearchField } from '../../layout/SearchField.tsx';
import { narrowed, type PolicyFilter } from './policyFilter.ts';

const STATUSES = ['active', 'scheduled', 'ended', 'expired'] as const;

/** Search by name or contract, and the condition that a policy is in. */
export function PolicyToolbar() {
  const translate = useTranslate();
  const list = useListContext<PolicyResource>();
  const { setFilters, total, isPending } = list;
  const filter = list.filterValues as PolicyFilter;
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, p: 1.5 }}>
      <SearchField
        label={translate('policies.search')}
        example={translate('policies.search_example')}
        value={filter.q ?? ''}
        onSearch={(q) => setFilters(narrowed({ ...filter, q }))}
      />
      <TextField
        select
        label={translate('policies.status')}
        value={filter.status ?? ''}
        onChange={({ target }) => setFilters(narrowed({ ...filter, status: target.value }))}
        sx={{ width: 150 }}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('policies.any_status')}</MenuItem>
        {STATUSES.map((status) => (
          <MenuItem key={status} value={status}>
            {translate(`status.${status}`)}
          </MenuItem>
        ))}
      </TextField>
      <SavedViews page="policies" />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {isPending || list.error ? '' : translate('policies.found', { smart_count: total ?? 0 })}
      </Typography>
    </Box>
  );
}
