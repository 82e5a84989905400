import CloseOutlined from '@mui/icons-material/CloseOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { Note } from '../../../fields/Note.tsx';
import { readName } from '../../../text/readKey.ts';
import { useSurroundings } from '../../generic/editor/EditorContext.ts';
import { SeenMark } from '../SeenMark.tsx';
import { useBuilder } from './BuilderContext.ts';
import { conditionForm, conditionOf, NEW_LEAF, type ConditionForm } from './conditionForm.ts';
import { LeafEditor } from './LeafEditor.tsx';
import { ShortLabel } from './ShortLabel.tsx';

interface Props {
  readonly condition: unknown;
  /** Canonical: where the core says that it stands. */
  readonly pointer: string;
  readonly label: string;
  readonly isRoot?: boolean;
  readonly onChange: (condition: unknown) => void;
  readonly onRemove?: () => void;
}

/** A condition and what is in it; what the core finds wrong stands where it is, and what decided is lit. */
export function ConditionEditor(props: Props) {
  const { condition, pointer, label, isRoot = false, onChange, onRemove } = props;
  const translate = useTranslate();
  const { problems } = useSurroundings();
  const { leaves, deciding } = useBuilder();
  const form = conditionForm(condition);
  const inner = form.kind === 'all' || form.kind === 'any' || form.kind === 'not';
  const wrong = problems.filter(({ path }) => path === pointer || (!inner && path.startsWith(`${pointer}/`)));
  const trace = leaves.get(pointer);
  return (
    <Box
      data-pointer={pointer}
      data-deciding={deciding.has(pointer)}
      sx={{ borderLeft: 3, borderColor: deciding.has(pointer) ? 'brass' : 'divider', pl: 1.25, py: 0.75, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        {trace === undefined ? null : (
          <Box sx={{ pt: 1 }}>
            <SeenMark seen={trace.result} />
          </Box>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 1.5, flex: '1 1 0', minWidth: 0 }}>
          <FormPicker form={form} label={label} isRoot={isRoot} onChange={onChange} />
          {form.kind === 'leaf' ? <LeafEditor leaf={form.leaf} label={label} onChange={onChange} /> : null}
          {form.kind === 'named' ? <NamedPicker name={form.name} label={label} onChange={onChange} /> : null}
        </Box>
        {onRemove === undefined ? null : (
          <IconButton size="small" aria-label={translate('builder.remove_condition', { of: label })} onClick={onRemove}>
            <CloseOutlined fontSize="small" />
          </IconButton>
        )}
      </Box>
      {wrong.map(({ message, suggestion, path }) => (
        <Note
          key={path + message}
          tone="danger"
          icon={<ErrorOutlineOutlined fontSize="inherit" />}
          sentence={suggestion === undefined ? message : `${message} (${suggestion})`}
        />
      ))}
      {form.kind === 'other' ? (
        <Box component="pre" sx={{ m: 0, fontSize: '0.8rem', whiteSpace: 'pre-wrap' }}>
          {JSON.stringify(condition, null, 2)}
        </Box>
      ) : null}
      <Parts form={form} {...props} />
    </Box>
  );
}

function Parts({ form, pointer, label, onChange }: Props & { readonly form: ConditionForm }) {
  const translate = useTranslate();
  if (form.kind === 'not') {
    return (
      <ConditionEditor
        condition={form.part}
        pointer={`${pointer}/not`}
        label={`${label}.1`}
        onChange={(part) => onChange({ not: part })}
      />
    );
  }
  if (form.kind !== 'all' && form.kind !== 'any') return null;
  const { kind, parts } = form;
  const tell = (next: readonly unknown[]): void => onChange(conditionOf({ kind, parts: next }));
  return (
    <Box sx={{ display: 'grid', gap: 0.75, mt: 0.75 }}>
      {parts.map((part, at) => (
        <ConditionEditor
          // Conditions have no names: their place tells them apart.
          key={at}
          condition={part}
          pointer={`${pointer}/${kind}/${String(at)}`}
          label={`${label}.${String(at + 1)}`}
          onChange={(next) => tell(parts.map((one, place) => (place === at ? next : one)))}
          onRemove={() => tell(parts.filter((_, place) => place !== at))}
        />
      ))}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          size="small"
          aria-label={translate('builder.add_leaf_to', { of: label })}
          onClick={() => tell([...parts, NEW_LEAF])}
        >
          {translate('builder.add_leaf')}
        </Button>
        <Button
          size="small"
          aria-label={translate('builder.add_group_to', { of: label })}
          onClick={() => tell([...parts, { any: [NEW_LEAF] }])}
        >
          {translate('builder.add_group')}
        </Button>
      </Box>
    </Box>
  );
}

interface PickerProps {
  readonly form: ConditionForm;
  readonly label: string;
  readonly isRoot: boolean;
  readonly onChange: (condition: unknown) => void;
}

/** What a condition is: all, any or not of others, one by name, or a comparison. */
function FormPicker({ form, label, isRoot, onChange }: PickerProps) {
  const translate = useTranslate();
  const { named } = useBuilder();
  const kinds = ['all', 'any', 'not', ...(named.length === 0 ? [] : ['named']), ...(isRoot ? [] : ['leaf'])];
  const shown = kinds.includes(form.kind) ? kinds : [form.kind, ...kinds];
  const become = (kind: string): void => {
    const held = form.kind === 'all' || form.kind === 'any' ? form.parts : form.kind === 'not' ? [form.part] : null;
    const parts = held ?? (form.kind === 'other' ? [NEW_LEAF] : [conditionOf(form)]);
    if (kind === 'all' || kind === 'any') onChange({ [kind]: parts });
    // What is denied is one condition: of several, all of them.
    else if (kind === 'not') onChange({ not: parts.length === 1 ? parts[0] : { all: parts } });
    else if (kind === 'named') onChange({ condition: named[0] ?? '' });
    else onChange(NEW_LEAF);
  };
  return (
    <TextField
      select
      size="small"
      label={<ShortLabel shown={translate('builder.form')} whole={translate('builder.form_of', { of: label })} />}
      value={form.kind}
      onChange={({ target }) => become(target.value)}
      sx={{ width: 150 }}
    >
      {shown.map((kind) => (
        <MenuItem key={kind} value={kind}>
          {translate(`builder.form_${kind}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function NamedPicker({
  name,
  label,
  onChange,
}: {
  name: string;
  label: string;
  onChange: (condition: unknown) => void;
}) {
  const translate = useTranslate();
  const { named } = useBuilder();
  return (
    <TextField
      select
      size="small"
      label={<ShortLabel shown={translate('builder.named_one')} whole={translate('builder.named_of', { of: label })} />}
      value={name}
      onChange={({ target }) => onChange({ condition: target.value })}
      sx={{ minWidth: 180 }}
    >
      {[...new Set([name, ...named])].map((one) => (
        <MenuItem key={one} value={one}>
          {readName(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}
