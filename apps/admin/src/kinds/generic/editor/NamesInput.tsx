import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useProblemAt, useSurroundings } from './EditorContext.ts';
import type { Field, FieldShape } from './fieldShape.ts';
import { optionLabel, shownLabel } from './fieldWords.ts';
import { useKnownNames } from './useKnownNames.ts';
import type { ValueProps } from './valueProps.ts';

type Names = Extract<FieldShape, { type: 'names' }>;

/** Texts one after another: known ones are offered, others are typed and confirmed with Enter or a comma. */
export function NamesInput(
  props: ValueProps & { readonly field: Field; readonly shape: Names; readonly shown?: string },
) {
  const { name, label, shown, pointer, value, isRequired, field, shape, onChange } = props;
  const translate = useTranslate();
  const known = useKnownNames(name);
  const names = Array.isArray(value) ? value.map(String) : [];
  const problem = useOwnOrRowProblem(pointer);
  const change = (next: readonly string[]): void => {
    // A block of names pasted at once is as many names.
    const all = next.flatMap((one) => one.split(/[,;\s]+/)).filter((one) => one !== '');
    if (all.length === 0 && field.isNullable) onChange(null);
    else if (all.length === 0 && !isRequired) onChange(undefined);
    else onChange([...new Set(all)]);
  };
  const note = shape.isOrdered ? translate('editor.names_ordered', { sentence: field.sentence }) : field.sentence;
  return (
    <Autocomplete
      multiple
      freeSolo={shape.options === null}
      autoSelect={shape.options === null}
      size="small"
      data-pointer={pointer}
      value={names}
      options={[...(shape.options ?? known)]}
      filterSelectedOptions
      getOptionLabel={(option) => (shape.options === null ? option : optionLabel(name, option, translate))}
      onChange={(_, next) => change(next)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={shown ?? shownLabel(name, label, translate)}
          placeholder={names.length === 0 ? (field.nullWords ?? '') : ''}
          error={problem !== null}
          helperText={problem ?? note}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': label },
          }}
        />
      )}
    />
  );
}

/** What is wrong with the list, or else with the first wrong name in it. */
function useOwnOrRowProblem(pointer: string): string | null {
  const own = useProblemAt(pointer);
  const { problems } = useSurroundings();
  return own ?? problems.find(({ path }) => path.startsWith(`${pointer}/`))?.message ?? null;
}
