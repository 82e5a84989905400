import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { KEY_SCOPES, PERMISSIONS, PERMISSIONS_OF_ROLE, ROLES, type Permission } from '@backstop/core/access';
import { visuallyHidden } from '../../layout/Loading.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { MONO } from '../../layout/theme.ts';
import { useSession } from '../../providers/session.ts';

/** What each role grants, and what a key can be given: drawn from what the service itself decides by. */
export function RolesPage() {
  const translate = useTranslate();
  const { person } = useSession();
  const own = (person?.roles ?? []).map((role) => translate(`role.${role}`)).join(', ');
  return (
    <>
      <PageHeader title={translate('roles.title')} lead={translate('roles.lead')} />
      <Panel
        title={translate('roles.table')}
        note={own === '' ? translate('roles.own_none') : translate('roles.own', { roles: own })}
        flush
      >
        <Table size="small" aria-label={translate('roles.table')}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('roles.permission')}</TableCell>
              {ROLES.map((role) => (
                <TableCell key={role} align="center" scope="col">
                  {translate(`role.${role}`)}
                </TableCell>
              ))}
              <TableCell align="center">{translate('roles.key')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {PERMISSIONS.map((permission) => (
              <TableRow key={permission} hover>
                <TableCell component="th" scope="row">
                  <Box sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>
                    {translate(`permission.${permission}`)}
                  </Box>
                  <Box sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary' }}>{permission}</Box>
                </TableCell>
                {ROLES.map((role) => (
                  <Granted key={role} isGranted={PERMISSIONS_OF_ROLE[role].includes(permission)} />
                ))}
                <Granted isGranted={isScope(permission)} />
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
      <Box
        component="ul"
        sx={{ mt: 2, pl: 2.5, maxWidth: 900, color: 'text.secondary', fontSize: '0.86rem', '& li': { mb: 0.5 } }}
      >
        <li>{translate('roles.four_eyes')}</li>
        <li>{translate('roles.several')}</li>
        <li>{translate('roles.denied')}</li>
      </Box>
    </>
  );
}

function Granted({ isGranted }: { isGranted: boolean }) {
  const translate = useTranslate();
  return (
    <TableCell align="center">
      {isGranted ? (
        <CheckOutlined aria-hidden fontSize="small" sx={{ color: 'tones.healthy', display: 'block', mx: 'auto' }} />
      ) : null}
      <Box component="span" sx={visuallyHidden}>
        {translate(isGranted ? 'roles.granted' : 'roles.not_granted')}
      </Box>
    </TableCell>
  );
}

function isScope(permission: Permission): boolean {
  return KEY_SCOPES.some((scope) => scope === permission);
}
