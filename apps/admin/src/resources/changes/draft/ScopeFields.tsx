import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { SCOPE_SUBJECTS, type ScopeSubject, type ScopeTexts } from './scopeTexts.ts';

interface Props {
  readonly scope: ScopeTexts;
  /** What is wrong with it; null where nothing is. */
  readonly problem: string | null;
  readonly onChange: (scope: ScopeTexts) => void;
}

/** Whom a policy is about. */
export function ScopeFields({ scope, problem, onChange }: Props) {
  const translate = useTranslate();
  const isNamed = scope.about !== 'all-contracts' && scope.about !== 'all-assets';
  return (
    <Box data-pointer="/scope" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      <TextField
        select
        label={translate('draft.scope')}
        value={scope.about}
        onChange={({ target }) => onChange({ ...scope, about: target.value as ScopeSubject })}
        error={problem !== null}
        helperText={problem}
        sx={{ width: 170 }}
      >
        {SCOPE_SUBJECTS.map((about) => (
          <MenuItem key={about} value={about}>
            {translate(`draft.scope_${about}`)}
          </MenuItem>
        ))}
      </TextField>
      {isNamed ? (
        <TextField
          label={translate('draft.names')}
          value={scope.names}
          onChange={({ target }) => onChange({ ...scope, names: target.value })}
          sx={{ flex: '1 1 220px' }}
        />
      ) : null}
      <TextField
        label={translate('draft.tags')}
        value={scope.tags}
        onChange={({ target }) => onChange({ ...scope, tags: target.value })}
        sx={{ flex: '1 1 160px', maxWidth: 260 }}
      />
    </Box>
  );
}
