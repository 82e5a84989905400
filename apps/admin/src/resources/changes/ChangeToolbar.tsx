import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { SavedViews } from '../../layout/SavedViews.tsx';
import { SearchField } from '../../layout/SearchField.tsx';
import { useDirectory } from '../../providers/directory.ts';
import { narrowed, type ChangeFilter } from './changeFilter.ts';

/** Search by reason, by policy and by who wrote it. */
export function ChangeToolbar() {
  const translate = useTranslate();
  const list = useListContext<ChangeSummary>();
  const { setFilters, total, isPending } = list;
  const { data: people = [] } = useDirectory();
  const filter = list.filterValues as ChangeFilter;
  const contributor = filter.contributor ?? '';
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, p: 1.5 }}>
      <SearchField
        label={translate('changes.search')}
        example={translate('changes.search_example')}
        value={filter.q ?? ''}
        onSearch={(q) => setFilters(narrowed({ ...filter, q }))}
      />
      <SearchField
        label={translate('changes.policy')}
        example="margin-tiers.BTCUSDT"
        value={filter.policy ?? ''}
        onSearch={(policy) => setFilters(narrowed({ ...filter, policy }))}
      />
      <TextField
        select
        label={translate('changes.contributor')}
        value={contributor}
        onChange={({ target }) => setFilters(narrowed({ ...filter, contributor: target.value }))}
        sx={{ width: 190 }}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('changes.anybody')}</MenuItem>
        {people.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
        {contributor === '' || people.some(({ id }) => id === contributor) ? null : (
          <MenuItem value={contributor}>{contributor}</MenuItem>
        )}
      </TextField>
      <SavedViews page="changes" />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {isPending || list.error ? '' : translate('changes.found', { smart_count: total ?? 0 })}
      </Typography>
    </Box>
  );
}
