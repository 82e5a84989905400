import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeActName, ChangeResource } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import type { ChangeAct } from '../../../providers/changeApi.ts';
import { draftPath } from '../changePath.ts';
import { useNamed } from '../useNamed.ts';
import { RollBackChange } from '../RollBackChange.tsx';
import { ActDialog } from './ActDialog.tsx';
import { actPlan } from './actPlan.ts';

/** What makes a step final is said in red; what lets it go ahead stands out. */
const LOOKS: Partial<Record<ChangeActName, { variant: 'contained' | 'outlined'; color: 'primary' | 'error' }>> = {
  approve: { variant: 'contained', color: 'primary' },
  submit: { variant: 'contained', color: 'primary' },
  confirm: { variant: 'contained', color: 'primary' },
  reject: { variant: 'outlined', color: 'error' },
  emergency: { variant: 'outlined', color: 'error' },
  cancel: { variant: 'outlined', color: 'error' },
};

/** What whoever looks at a change may do about it; what they may not is named with the reason. */
export function ActsPanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const params = useSearchParams();
  const { offered, refused, notGranted } = actPlan(change);
  const nameOf = (name: ChangeActName): string =>
    translate(name === 'submit' && change.phase === 'submitted' ? 'acts.resubmit' : `acts.${name}`);
  // A draft leads here to be submitted; the address only opens what the service would allow.
  const asked = params.get('act') === 'submit' && offered.includes('submit') ? 'submit' : null;
  const named = useNamed();
  const [act, setAct] = useState<ChangeAct | null>(asked);
  return (
    <Panel title={translate('acts.title')}>
      {offered.length + refused.length + notGranted.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{translate('acts.none')}</Box>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {offered.map((name) =>
          name === 'edit' ? (
            <Button key={name} component={LinkBase} to={draftPath(change.id)} variant="outlined">
              {translate('acts.edit')}
            </Button>
          ) : (
            <Button
              key={name}
              variant={
                name === 'submit' && change.phase === 'submitted' ? 'outlined' : (LOOKS[name]?.variant ?? 'outlined')
              }
              color={LOOKS[name]?.color ?? 'primary'}
              onClick={() => setAct(name)}
            >
              {nameOf(name)}
            </Button>
          ),
        )}
        <RollBackChange change={change} />
      </Box>
      {refused.length === 0 ? null : (
        <Box component="ul" aria-label={translate('acts.not_now')} sx={refusals}>
          {refused.map(({ act: name, detail }) => (
            <li key={name}>
              <Button disabled variant="outlined" sx={{ mr: 1 }}>
                {nameOf(name)}
              </Button>
              <Sentence text={named(detail ?? translate('acts.refused'))} />
            </li>
          ))}
        </Box>
      )}
      {notGranted.length === 0 ? null : (
        <Box sx={{ mt: 1.5, fontSize: '0.84rem', color: 'text.secondary' }}>
          {translate('acts.not_granted', { acts: notGranted.map((name) => withinSentence(nameOf(name))).join(', ') })}
        </Box>
      )}
      {act === null ? null : (
        <ActDialog
          act={act}
          change={change}
          onClose={() => {
            setAct(null);
            if (params.get('act') !== null) params.set({ act: null }, true);
          }}
        />
      )}
    </Panel>
  );
}

const refusals = {
  listStyle: 'none',
  m: 0,
  mt: 1.5,
  p: 0,
  display: 'grid',
  gap: 1,
  fontSize: '0.84rem',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
} as const;

/** Only the first letter is lowered: German nouns keep theirs. */
function withinSentence(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
