import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { ConditionEditor } from '../../rules/builder/ConditionEditor.tsx';
import { rawPriority, rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';
import { ActionsEditor } from './ActionsEditor.tsx';
import { actionsOf, withZone } from './ruleActions.ts';

interface Props {
  readonly rule: RawRow;
  readonly pointer: string;
  readonly onChange: (rule: RawRow) => void;
}

/** Everything that a rule says: its name, when it hits, the zone that it gives and what is done there. */
export function RuleFields({ rule, pointer, onChange }: Props) {
  const translate = useTranslate();
  const { zone } = actionsOf(rule);
  const name = rawText(rule, 'name');
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1.5, mb: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <TextField
          size="small"
          label={<ShortLabel shown={translate('builder.name')} whole={translate('builder.name_of', { name })} />}
          value={name}
          onChange={({ target }) => onChange({ ...rule, name: target.value })}
        />
        <TextField
          size="small"
          label={<ShortLabel shown={translate('builder.zone')} whole={translate('builder.zone_of', { name })} />}
          value={zone}
          onChange={({ target }) => onChange(withZone(rule, target.value))}
        />
        <TextField
          size="small"
          type="number"
          label={
            <ShortLabel shown={translate('builder.priority')} whole={translate('builder.priority_of', { name })} />
          }
          helperText={translate('builder.priority_help')}
          value={rawPriority(rule)}
          onChange={({ target }) => onChange({ ...rule, priority: Number(target.value) })}
          sx={{ width: 190 }}
        />
      </Box>
      <ConditionEditor
        isRoot
        condition={rule['conditions']}
        pointer={`${pointer}/conditions`}
        label={name}
        onChange={(conditions) => onChange({ ...rule, conditions })}
      />
      <ActionsEditor rule={rule} name={name} onChange={onChange} />
    </Box>
  );
}
