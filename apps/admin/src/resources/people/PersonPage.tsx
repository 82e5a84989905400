import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { PersonResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { peopleApi } from '../../providers/peopleApi.ts';
import { PersonAccess } from './PersonAccess.tsx';
import { PersonCondition } from './PersonCondition.tsx';
import { PersonForm } from './PersonForm.tsx';

/** One person: what they may do, and whether they may sign in. */
export function PersonPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  return (
    <NeedsPermission permission="people:manage" title={translate('people.title')}>
      <PersonOf key={id} id={id} />
    </NeedsPermission>
  );
}

function PersonOf({ id }: { id: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => peopleApi.person(id, signal),
  });
  const trail = (
    <Link component={LinkBase} to="/people" sx={{ fontSize: '0.84rem' }}>
      {translate('people.title')}
    </Link>
  );
  if (data === undefined) {
    return (
      <>
        <PageHeader title={translate('people.one')} trail={trail} />
        {error === null ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  const { person, etag } = data;
  return (
    <>
      <PageHeader title={person.name} trail={trail} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 900 }}>
        <PersonFacts person={person} />
        <PersonForm key={etag} person={person} etag={etag} />
        <PersonAccess person={person} etag={etag} />
      </Box>
    </>
  );
}

function PersonFacts({ person }: { person: PersonResource }) {
  const translate = useTranslate();
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
      <Facts
        facts={[
          { label: translate('people.login'), value: person.login ?? translate('people.by_oidc') },
          ...(person.issuer === null ? [] : [{ label: translate('people.issuer'), value: person.issuer }]),
          { label: translate('people.condition'), value: <PersonCondition person={person} /> },
          {
            label: translate('people.last_sign_in_at'),
            value:
              person.lastSignInAt === null ? translate('people.never') : <InstantField value={person.lastSignInAt} />,
          },
          { label: translate('people.created_at'), value: <InstantField value={person.createdAt} /> },
        ]}
      />
    </Box>
  );
}
