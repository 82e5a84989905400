import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { EFFECTS } from '@backstop/core/policy';
import { SavedViews } from '../../../layout/SavedViews.tsx';
import { SearchField } from '../../../layout/SearchField.tsx';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import { ORDERS, type InboxView } from './inboxView.ts';

/** Which of what waits, and in which order; every choice is in the address. */
export function InboxToolbar({ view, found }: { view: InboxView; found: number }) {
  const translate = useTranslate();
  const { set } = useSearchParams();
  return (
    <Box role="search" sx={bar}>
      <SearchField
        label={translate('queue.search')}
        example={translate('queue.search_example')}
        value={view.q}
        onSearch={(q) => set({ q }, true)}
      />
      <TextField
        select
        label={translate('queue.effect')}
        value={view.effect}
        onChange={({ target }) => set({ effect: target.value })}
        sx={{ width: 180 }}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('queue.any_effect')}</MenuItem>
        {EFFECTS.map((effect) => (
          <MenuItem key={effect} value={effect}>
            {translate(`effect.${effect}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('queue.sort')}
        value={view.order}
        onChange={({ target }) => set({ order: target.value === ORDERS[0] ? null : target.value })}
        sx={{ width: 220 }}
      >
        {ORDERS.map((order) => (
          <MenuItem key={order} value={order}>
            {translate(`queue.sort_${order}`)}
          </MenuItem>
        ))}
      </TextField>
      <FormControlLabel
        label={translate('queue.asked')}
        control={
          <Switch size="small" checked={view.asked} onChange={(_, isOn) => set({ asked: isOn ? 'me' : null })} />
        }
      />
      <SavedViews page="inbox" />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', ml: 'auto' }}>
        {translate('queue.found', { smart_count: found })}
      </Typography>
    </Box>
  );
}

const bar = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1.5,
  p: 1.5,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;
