import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { PERMISSIONS_OF_ROLE } from '@backstop/core/access';
import { useDirectory } from '../../../providers/directory.ts';

interface Props {
  readonly ids: readonly string[];
  /** Who wrote some of it: they cannot approve it, so they are not offered. */
  readonly contributors: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** People who are asked to review; whoever else may review can do so all the same. */
export function AskedApprovers({ ids, contributors, onChange }: Props) {
  const translate = useTranslate();
  const { data: people = [] } = useDirectory();
  const mayReview = people.filter(
    ({ id, roles }) =>
      !contributors.includes(id) && roles.some((role) => PERMISSIONS_OF_ROLE[role].includes('change:review')),
  );
  return (
    <Autocomplete
      multiple
      size="small"
      sx={{ flex: '1 1 280px', maxWidth: 460 }}
      value={[...ids]}
      options={[...new Set([...mayReview.map(({ id }) => id), ...ids])]}
      getOptionLabel={(id) => people.find((one) => one.id === id)?.name ?? id}
      onChange={(_, next) => onChange(next)}
      renderInput={(params) => (
        <TextField {...params} label={translate('draft.approvers')} helperText={translate('draft.approvers_note')} />
      )}
    />
  );
}
