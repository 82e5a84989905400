import { useId, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import { useFormContext, type FieldPath } from 'react-hook-form';
import { Sentence } from '../../../fields/Sentence.tsx';
import type { Draft } from './draft.ts';
import { useFieldProblem } from './fieldProblems.ts';

interface Props {
  readonly name: FieldPath<Draft>;
  /** Column and row, for who does not see them. */
  readonly label: string;
  readonly align?: 'right';
  readonly placeholder?: string;
  /** Id of a list of suggestions. */
  readonly list?: string;
  readonly onLeave?: () => void;
  /** Choices instead of free text: `option` elements. */
  readonly children?: ReactNode;
}

/** One field of the sheet; what is wrong with it stands right under it. */
export function DraftCell({ name, label, align, placeholder, list, onLeave, children }: Props) {
  const { register } = useFormContext<Draft>();
  const { problem, clear } = useFieldProblem(name);
  const problemId = useId();
  const { ref, onBlur, onChange, name: fieldName } = register(name);
  return (
    <Box component="td" sx={{ minWidth: 0 }}>
      <InputBase
        fullWidth
        name={fieldName}
        inputRef={ref}
        error={problem !== null}
        placeholder={placeholder ?? ''}
        {...(children === undefined ? {} : { inputComponent: 'select' as never })}
        onChange={(event) => {
          clear();
          void onChange(event);
        }}
        onBlur={(event) => {
          void onBlur(event);
          onLeave?.();
        }}
        inputProps={{
          'aria-label': label,
          'aria-invalid': problem !== null,
          ...(problem === null ? {} : { 'aria-describedby': problemId }),
          ...(list === undefined ? {} : { list }),
          ...(align === 'right' ? { inputMode: 'decimal' as const, style: { textAlign: 'right' as const } } : {}),
          autoComplete: 'off',
          spellCheck: false,
          children,
        }}
        sx={field}
      />
      {problem === null ? null : (
        <Box
          id={problemId}
          role="alert"
          sx={{ color: 'tones.danger', fontSize: '0.76rem', lineHeight: 1.3, px: 0.75, pt: 0.25, maxWidth: 240 }}
        >
          <Sentence text={problem} />
        </Box>
      )}
    </Box>
  );
}

const field = {
  border: 1,
  borderColor: 'lineStrong',
  borderRadius: 0.75,
  fontSize: '0.86rem',
  bgcolor: 'background.paper',
  '& .MuiInputBase-input': { px: 0.75, py: 0.5, height: 22, boxSizing: 'content-box' },
  '& select.MuiInputBase-input': { color: 'inherit', bgcolor: 'transparent', border: 0, outline: 0, font: 'inherit' },
  '&.Mui-focused': {
    borderColor: 'primary.main',
    boxShadow: (theme: { palette: { primary: { main: string } } }) => `0 0 0 1px ${theme.palette.primary.main}`,
  },
  '&.Mui-error': { borderColor: 'tones.danger' },
} as const;
