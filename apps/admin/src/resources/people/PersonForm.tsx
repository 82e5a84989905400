import { useState, type SyntheticEvent } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useNotify, useTranslate } from 'react-admin';
import type { PersonResource } from '@backstop/contracts';
import type { Role } from '@backstop/core/access';
import { Panel } from '../../layout/Panel.tsx';
import { useSession } from '../../providers/session.ts';
import { EditRefused } from './EditRefused.tsx';
import { RoleChoices } from './RoleChoices.tsx';
import { useEditPerson } from './useEditPerson.ts';

interface Props {
  readonly person: PersonResource;
  readonly etag: string;
}

/** Name and roles, to be changed on the version that was read. */
export function PersonForm({ person, etag }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const isSelf = useSession().person?.id === person.id;
  const isKeptElsewhere = person.origin === 'oidc';
  const [name, setName] = useState(person.name);
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const edit = useEditPerson(person.id, () => notify('people.saved', { type: 'success' }));
  const changed = {
    ...(name.trim() === person.name ? {} : { name: name.trim() }),
    ...(sameRoles(roles, person.roles) ? {} : { roles: [...roles] }),
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!edit.isPending) edit.mutate({ edit: changed, etag });
  };
  return (
    <Panel title={translate('people.what_they_may')}>
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        {isSelf ? <Alert severity="info">{translate('people.own_roles')}</Alert> : null}
        {isKeptElsewhere ? <Alert severity="info">{translate('people.kept_elsewhere')}</Alert> : null}
        {edit.error === null ? null : <EditRefused error={edit.error} id={person.id} />}
        <TextField
          label={translate('people.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          required
          disabled={isKeptElsewhere}
          sx={{ mt: 1, maxWidth: 420 }}
        />
        <RoleChoices roles={roles} onChange={setRoles} isDisabled={isSelf || isKeptElsewhere} />
        <Box>
          <Button type="submit" variant="contained" disabled={edit.isPending || Object.keys(changed).length === 0}>
            {translate('people.save')}
          </Button>
        </Box>
      </Box>
    </Panel>
  );
}

/** In whatever order they are named. */
function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
