import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { Draft } from './draft.ts';
import { useFieldProblem } from './fieldProblems.ts';

/** Who the account is, and the instant it is judged at. */
export function AccountFields() {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
      <AccountField name="id" width={180} />
      <AccountField name="ownerId" width={150} />
      <AccountField name="tags" width={220} />
      <AccountField name="asOf" width={260} />
    </Box>
  );
}

function AccountField({ name, width }: { name: 'id' | 'ownerId' | 'tags' | 'asOf'; width: number }) {
  const translate = useTranslate();
  const { register } = useFormContext<Draft>();
  const { problem, clear } = useFieldProblem(name);
  const { ref, onChange, onBlur, name: fieldName } = register(name);
  return (
    <TextField
      label={translate(`evaluate.${name}`)}
      placeholder={translate(`evaluate.${name}_example`)}
      name={fieldName}
      inputRef={ref}
      onBlur={onBlur}
      onChange={(event) => {
        clear();
        void onChange(event);
      }}
      error={problem !== null}
      helperText={problem ?? (name === 'asOf' ? translate('evaluate.asOf_hint') : undefined)}
      sx={{ width }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { autoComplete: 'off', spellCheck: false },
        ...(name === 'asOf' ? { input: { endAdornment: <NowButton /> } } : {}),
      }}
    />
  );
}

/** Sets the instant to this second: an account that is typed now is mostly meant now. */
function NowButton() {
  const translate = useTranslate();
  const { setValue } = useFormContext<Draft>();
  const { clear } = useFieldProblem('asOf');
  const setNow = (): void => {
    clear();
    setValue('asOf', `${new Date().toISOString().slice(0, 19)}Z`);
  };
  return (
    <Button onClick={setNow} sx={{ minWidth: 0, px: 1, minHeight: 26 }}>
      {translate('evaluate.now')}
    </Button>
  );
}
