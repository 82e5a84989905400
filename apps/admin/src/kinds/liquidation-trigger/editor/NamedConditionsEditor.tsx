import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { pointerOf } from '@backstop/core/policy';
import { ConditionEditor } from '../../rules/builder/ConditionEditor.tsx';
import { NEW_LEAF } from '../../rules/builder/conditionForm.ts';
import { namedConditions, usesOf, withNamed, withoutNamed, withRenamed } from '../../rules/builder/namedConditions.ts';
import { NameField } from '../../rules/builder/NameField.tsx';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';
import type { RawRow } from '../../rules/builder/rawRows.ts';

interface Props {
  readonly document: RawRow;
  readonly onChange: (document: RawRow) => void;
}

/** The conditions that rules and exits use by name. One that is called otherwise is so wherever it is used. */
export function NamedConditionsEditor({ document, onChange }: Props) {
  const translate = useTranslate();
  const named = namedConditions(document) ?? {};
  const names = Object.keys(named);
  return (
    <Box component="section" aria-label={translate('builder.named')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">{translate('builder.named')}</Typography>
      {names.length === 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{translate('builder.named_none')}</Box>
      ) : null}
      {Object.entries(named).map(([name, condition], at) => (
        // Known by its place while its name is typed.
        <Box key={at} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, pt: 1.5, minWidth: 0 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
            <NameField
              label={<ShortLabel shown={translate('builder.name')} whole={translate('builder.named_name', { name })} />}
              name={name}
              taken={names.filter((other) => other !== name)}
              onRename={(next) => onChange(withRenamed(document, name, next))}
            />
            <Box sx={{ mr: 'auto', color: 'text.secondary', fontSize: '0.84rem' }}>
              <Uses count={usesOf(document, name)} />
            </Box>
            <IconButton
              size="small"
              aria-label={translate('builder.remove_named', { name })}
              onClick={() => onChange(withoutNamed(document, name))}
            >
              <CloseOutlined fontSize="small" />
            </IconButton>
          </Box>
          <ConditionEditor
            isRoot
            condition={condition}
            pointer={pointerOf(['conditions', name])}
            label={name}
            onChange={(next) => onChange({ ...document, conditions: { ...named, [name]: next } })}
          />
        </Box>
      ))}
      <Box>
        <Button variant="outlined" size="small" onClick={() => onChange(withNamed(document, NEW_LEAF))}>
          {translate('builder.add_named')}
        </Button>
      </Box>
    </Box>
  );
}

function Uses({ count }: { count: number }) {
  const translate = useTranslate();
  return count === 0 ? translate('builder.named_unused') : translate('builder.named_used', { smart_count: count });
}
