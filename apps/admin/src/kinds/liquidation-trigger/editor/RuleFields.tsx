import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { ConditionEditor } from '../../rules/builder/ConditionEditor.tsx';
import { rawPriority, rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { ACTION_TYPES, actionsOf, withAction, withZone } from './ruleActions.ts';

interface Props {
  readonly rule: RawRow;
  readonly pointer: string;
  readonly onChange: (rule: RawRow) => void;
}

/** Everything that a rule says: its name, when it hits, the zone that it gives and what is done there. */
export function RuleFields({ rule, pointer, onChange }: Props) {
  const translate = useTranslate();
  const { zone, actions } = actionsOf(rule);
  const name = rawText(rule, 'name');
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1.5, mb: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <TextField
          size="small"
          label={translate('builder.name')}
          value={name}
          onChange={({ target }) => onChange({ ...rule, name: target.value })}
        />
        <TextField
          size="small"
          label={translate('builder.zone')}
          value={zone}
          onChange={({ target }) => onChange(withZone(rule, target.value))}
        />
        <TextField
          size="small"
          type="number"
          label={translate('builder.priority')}
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
      <Box
        role="group"
        aria-label={translate('builder.actions_of', { name })}
        sx={{ display: 'flex', flexWrap: 'wrap' }}
      >
        {ACTION_TYPES.map((type) => (
          <FormControlLabel
            key={type}
            label={translate(`action.${type}`)}
            control={
              <Checkbox
                size="small"
                checked={actions.some((action) => action.type === type)}
                onChange={(_, isAsked) => onChange(withAction(rule, type, isAsked))}
              />
            }
          />
        ))}
      </Box>
    </Box>
  );
}
