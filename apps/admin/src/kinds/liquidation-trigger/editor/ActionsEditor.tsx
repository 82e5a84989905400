import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslate } from 'react-admin';
import type { RawRow } from '../../rules/builder/rawRows.ts';
import { ActionParams } from './ActionParams.tsx';
import { withParam } from './paramForm.ts';
import { ACTION_TYPES, actionsOf, paramsOf, withAction, withParams } from './ruleActions.ts';

interface Props {
  readonly rule: RawRow;
  readonly name: string;
  readonly onChange: (rule: RawRow) => void;
}

/** What is done where a rule decides, and what each action passes on to whoever acts. */
export function ActionsEditor({ rule, name, onChange }: Props) {
  const translate = useTranslate();
  const { actions } = actionsOf(rule);
  const asked = ACTION_TYPES.filter((type) => actions.some((action) => action.type === type));
  const bare = asked.filter((type) => isEmpty(paramsOf(rule, type)));
  return (
    <>
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
                checked={asked.includes(type)}
                onChange={(_, isAsked) => onChange(withAction(rule, type, isAsked))}
              />
            }
          />
        ))}
      </Box>
      {bare.length === 0 ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.5, fontSize: '0.84rem' }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate('builder.passes_more')}
          </Box>
          {bare.map((type) => {
            const action = translate(`action.${type}`);
            return (
              <Button
                key={type}
                size="small"
                aria-label={translate('builder.pass_with', { action, rule: name })}
                onClick={() => onChange(withParams(rule, type, withParam({})))}
              >
                {action}
              </Button>
            );
          })}
        </Box>
      )}
      {asked
        .filter((type) => !bare.includes(type))
        .map((type) => (
          <ActionParams
            key={type}
            action={translate(`action.${type}`)}
            params={paramsOf(rule, type)}
            rule={name}
            onChange={(params) => onChange(withParams(rule, type, params))}
          />
        ))}
    </>
  );
}

function isEmpty(params: RawRow | null): boolean {
  return params !== null && Object.keys(params).length === 0;
}
