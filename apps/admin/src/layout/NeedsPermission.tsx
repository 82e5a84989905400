import type { ReactNode } from 'react';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { PERMISSIONS_OF_ROLE, ROLES, type Permission } from '@backstop/core/access';
import { useSession } from '../providers/session.ts';
import { Empty } from './Empty.tsx';
import { PageHeader } from './PageHeader.tsx';

interface Props {
  readonly permission: Permission;
  /** Title of the page, for who may not see it. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A page for who may see it; for everybody else what it would take, and who has that. */
export function NeedsPermission({ permission, title, children }: Props) {
  const translate = useTranslate();
  const { person } = useSession();
  if (person?.permissions.includes(permission) === true) return children;
  const read = (roles: readonly string[]): string => roles.map((role) => translate(`role.${role}`)).join(', ');
  const granting = ROLES.filter((role) => PERMISSIONS_OF_ROLE[role].includes(permission));
  return (
    <>
      <PageHeader title={title} />
      <Empty title={translate('needs.title')}>
        {translate('needs.why', {
          what: translate(`permission.${permission}`),
          roles: read(granting),
          own: read(person?.roles ?? []) || translate('session.no_roles'),
        })}{' '}
        <Link component={LinkBase} to="/roles" underline="always">
          {translate('needs.roles')}
        </Link>
      </Empty>
    </>
  );
}
