import { useState } from 'react';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { KEY_PATTERN, policyId } from '@backstop/core/policy';
import { Panel } from '../../../layout/Panel.tsx';
import { api } from '../../../providers/dataProvider.ts';
import { useKinds } from '../../../providers/queries.ts';
import { documentText, type DraftEntry } from './draft.ts';
import { entryOfPolicy } from './entryOfPolicy.ts';

interface Props {
  /** Policies that the change has already. */
  readonly taken: readonly string[];
  readonly onAdd: (entry: DraftEntry) => void;
  readonly onFailure: (error: unknown) => void;
}

/** A further policy for the change: one there is, with what it says now, or one that there is not yet. */
export function AddPolicy({ taken, onAdd, onFailure }: Props) {
  const translate = useTranslate();
  const [sought, setSought] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['policies', 'sought', sought],
    queryFn: ({ signal }) => api.policies({ filter: { q: sought }, pagination: { page: 1, perPage: 20 }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
  return (
    <Panel title={translate('draft.add')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start' }}>
        <Autocomplete<PolicyResource>
          sx={{ flex: '1 1 300px', maxWidth: 460 }}
          size="small"
          value={null}
          inputValue={sought}
          onInputChange={(_, text, why) => setSought(why === 'reset' ? '' : text)}
          options={data?.data ?? []}
          loading={isFetching}
          filterOptions={(options) => options.filter(({ id }) => !taken.includes(id))}
          getOptionLabel={({ id }) => id}
          getOptionKey={({ id }) => id}
          blurOnSelect
          onChange={(_, policy) => {
            if (policy !== null) entryOfPolicy(policy).then(onAdd, onFailure);
          }}
          renderOption={({ key, ...props }, { id, title }) => (
            <Box component="li" key={key} {...props}>
              <span>
                {id}
                <Box component="span" sx={{ color: 'text.secondary', ml: 1, fontSize: '0.82rem' }}>
                  {title}
                </Box>
              </span>
            </Box>
          )}
          renderInput={(params) => <TextField {...params} label={translate('draft.add_existing')} />}
        />
        <NewPolicy taken={taken} onAdd={onAdd} />
      </Box>
    </Panel>
  );
}

function NewPolicy({ taken, onAdd }: Pick<Props, 'taken' | 'onAdd'>) {
  const translate = useTranslate();
  const { data: kinds = [] } = useKinds();
  const [kind, setKind] = useState('');
  const [key, setKey] = useState('');
  const id = policyId(kind, key);
  const isWrong = key !== '' && (!KEY_PATTERN.test(key) || taken.includes(id));
  const add = (): void => {
    onAdd({
      policy: id,
      base: null,
      title: key,
      scope: { about: 'all-contracts', names: '', tags: '' },
      text: documentText({}),
      ends: false,
      mode: 'enforce',
    });
    setKey('');
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
      <TextField
        select
        label={translate('draft.new_kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        sx={{ width: 200 }}
      >
        {kinds.map(({ id: one, title }) => (
          <MenuItem key={one} value={one}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={translate('draft.new_key')}
        value={key}
        onChange={({ target }) => setKey(target.value)}
        error={isWrong}
        helperText={isWrong ? translate('draft.new_key_rule') : ''}
        sx={{ width: 180 }}
      />
      <Button variant="outlined" disabled={kind === '' || key === '' || isWrong} onClick={add} sx={{ mt: 0.25 }}>
        {translate('draft.new_add')}
      </Button>
    </Box>
  );
}
