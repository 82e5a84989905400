import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { useSettledText } from '../../layout/useSettledText.ts';
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
      <SearchBox value={filter.q ?? ''} onSearch={(q) => setFilters(narrowed({ ...filter, q }))} />
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
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {isPending || list.error ? '' : translate('policies.found', { smart_count: total ?? 0 })}
      </Typography>
    </Box>
  );
}

/** Waits for a pause in typing, so that the address and the list do not flicker. */
function SearchBox({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const translate = useTranslate();
  const [text, type] = useSettledText(value, onSearch);
  return (
    <TextField
      type="search"
      label={translate('policies.search')}
      placeholder={translate('policies.search_example')}
      value={text}
      onChange={({ target }) => type(target.value)}
      sx={{ flex: '1 1 240px', maxWidth: 420 }}
      slotProps={{
        inputLabel: { shrink: true },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchOutlined fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
