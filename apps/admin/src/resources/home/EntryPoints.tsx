import { useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { LinkBase, useNavigate, useTranslate } from 'react-admin';
import { Panel } from '../../layout/Panel.tsx';
import { useMay } from '../../providers/session.ts';
import { policiesPath } from '../policies/policiesPath.ts';
import { FindDecisions } from './FindDecisions.tsx';

/** What is done most: find a policy, evaluate an account, account for a decision. */
export function EntryPoints() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const mayReadDecisions = useMay('decision:read');
  const [sought, setSought] = useState('');
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    navigate(policiesPath({ q: sought.trim() }));
  };
  return (
    <>
      <Panel title={translate('home.find_title')}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
          {translate('home.find_text')}
        </Typography>
        <Box component="form" role="search" onSubmit={search} sx={{ display: 'flex', gap: 1 }}>
          <TextField
            type="search"
            label={translate('home.find_label')}
            placeholder="BTCUSDT"
            value={sought}
            onChange={({ target }) => setSought(target.value)}
            sx={{ flex: 1 }}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <Button type="submit" variant="outlined">
            {translate('home.find_action')}
          </Button>
        </Box>
      </Panel>
      <Panel
        title={translate('home.evaluate_title')}
        actions={
          <Button component={LinkBase} to="/evaluate" variant="contained">
            {translate('home.evaluate_action')}
          </Button>
        }
      >
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('home.evaluate_text')}
        </Typography>
      </Panel>
      {mayReadDecisions ? <FindDecisions /> : null}
    </>
  );
}
