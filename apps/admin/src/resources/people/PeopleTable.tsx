import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { PersonResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { CatalogTable, type CatalogColumn } from '../../layout/CatalogTable.tsx';
import type { CatalogView } from '../../layout/useCatalogView.ts';
import { PersonCondition } from './PersonCondition.tsx';
import { RoleChips } from './RoleChips.tsx';

interface Props {
  readonly people: readonly PersonResource[];
  readonly total: number;
  readonly view: CatalogView;
}

/** A person a row; the name leads to their page. */
export function PeopleTable({ people, total, view }: Props) {
  const translate = useTranslate();
  const columns: readonly CatalogColumn<PersonResource>[] = [
    {
      key: 'name',
      label: translate('people.name'),
      sort: 'name',
      render: ({ id, name }) => (
        <Link component={LinkBase} to={`/people/${encodeURIComponent(id)}`} sx={{ fontWeight: 600 }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'login',
      label: translate('people.login'),
      sort: 'login',
      render: ({ login }) => login ?? translate('people.by_oidc'),
    },
    { key: 'roles', label: translate('people.roles'), render: ({ roles }) => <RoleChips roles={roles} /> },
    { key: 'condition', label: translate('people.condition'), render: (person) => <PersonCondition person={person} /> },
    {
      key: 'lastSignInAt',
      label: translate('people.last_sign_in'),
      sort: 'lastSignInAt',
      render: ({ lastSignInAt }) =>
        lastSignInAt === null ? translate('people.never') : <InstantField value={lastSignInAt} isShort />,
    },
    {
      key: 'createdAt',
      label: translate('people.created'),
      sort: 'createdAt',
      isSpare: true,
      render: ({ createdAt }) => <InstantField value={createdAt} isShort />,
    },
  ];
  return (
    <CatalogTable
      label={translate('people.title')}
      rows={people}
      total={total}
      columns={columns}
      keyOf={({ id }) => id}
      view={view}
    />
  );
}
