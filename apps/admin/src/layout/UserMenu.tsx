import { useState } from 'react';
import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { LinkBase, useTranslate } from 'react-admin';
import { useSession } from '../providers/session.ts';
import { ChangePasswordDialog } from '../resources/session/ChangePasswordDialog.tsx';
import { useSignOut } from '../resources/session/useSignOut.ts';
import { LanguageItems } from './LanguageItems.tsx';

/** Who is signed in, with which roles, and what they can do about it. */
export function UserMenu() {
  const translate = useTranslate();
  const { person, demo } = useSession();
  const signOut = useSignOut();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isChanging, setChanging] = useState(false);
  if (person === null) return null;
  // Their passwords are told to everybody, so they stay as they are.
  const isDemo = demo?.people.some(({ login }) => login === person.login) ?? false;
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        color="inherit"
        aria-label={translate('session.menu', { name: person.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<AccountCircleOutlined />}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={button}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {person.name}
        </Box>
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { sx: { minWidth: 220 } } }}
      >
        <Box component="li" role="presentation" sx={{ px: 2, pt: 0.5, pb: 1, fontSize: '0.84rem' }}>
          <Box sx={{ fontWeight: 650 }}>{person.name}</Box>
          <Box sx={{ color: 'text.secondary' }}>
            {person.login === null ? null : `${person.login} · `}
            {person.roles.map((role) => translate(`role.${role}`)).join(', ') || translate('session.no_roles')}
          </Box>
        </Box>
        <Divider />
        <MenuItem component={LinkBase} to="/roles" onClick={close} sx={item}>
          {translate('session.roles')}
        </MenuItem>
        {person.origin === 'local' && !isDemo ? (
          <MenuItem
            onClick={() => {
              close();
              setChanging(true);
            }}
            sx={item}
          >
            {translate('session.change_password')}
          </MenuItem>
        ) : null}
        <Divider />
        <LanguageItems onChoose={close} />
        <Divider />
        <MenuItem onClick={signOut} sx={item}>
          {translate('session.sign_out')}
        </MenuItem>
      </Menu>
      {isChanging ? <ChangePasswordDialog login={person.login ?? ''} onClose={() => setChanging(false)} /> : null}
    </>
  );
}

const button = {
  maxWidth: { xs: 160, md: 240 },
  whiteSpace: 'nowrap',
  fontWeight: 550,
  '&:focus-visible': { outline: '2px solid currentColor', outlineOffset: -2 },
} as const;

const item = { fontSize: '0.86rem', minHeight: 36 } as const;
