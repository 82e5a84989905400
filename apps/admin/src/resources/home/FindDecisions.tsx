import { useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useNavigate, useTranslate } from 'react-admin';
import { Panel } from '../../layout/Panel.tsx';

/** From an account to what was decided about it. */
export function FindDecisions() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [account, setAccount] = useState('');
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    const sought = account.trim();
    navigate(sought === '' ? '/decisions' : `/decisions?${new URLSearchParams({ account: sought }).toString()}`);
  };
  return (
    <Panel title={translate('decisions.find_title')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {translate('decisions.find_text')}
      </Typography>
      <Box component="form" role="search" onSubmit={search} sx={{ display: 'flex', gap: 1 }}>
        <TextField
          type="search"
          label={translate('decisions.account')}
          value={account}
          onChange={({ target }) => setAccount(target.value)}
          sx={{ flex: 1 }}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <Button type="submit" variant="outlined">
          {translate('decisions.find_action')}
        </Button>
      </Box>
    </Panel>
  );
}
