import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { ActionDetails } from '../../fields/ActionDetails.tsx';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { MONO } from '../../layout/theme.ts';
import type { TreeNode } from '../rules/conditionTree.ts';
import { ConditionView } from '../rules/ConditionView.tsx';
import type { PlacedFinding } from '../rules/findingsByPlace.ts';
import { FindingsHere } from '../rules/FindingsHere.tsx';
import { RuleRow } from '../rules/RuleRow.tsx';

interface Action {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Props {
  readonly number: string;
  readonly name: string;
  readonly zone: string;
  /** null where the row is not about actions. */
  readonly actions: readonly Action[] | null;
  /** null for what holds when nothing else does. */
  readonly tree: TreeNode | null;
  readonly json: unknown;
  /** What the analysis found about it. */
  readonly placed: readonly PlacedFinding[];
}

/** One rule: the zone it gives, when, and what is then done; what was found about it below, its JSON on demand. */
export function RuleView({ number, name, zone, actions, tree, json, placed }: Props) {
  const translate = useTranslate();
  const [showsJson, setShowsJson] = useState(false);
  return (
    <RuleRow
      number={number}
      head={
        <>
          <ZoneChip zone={zone} actions={actions ?? []} />
          {name === zone ? null : (
            <Box sx={{ color: 'text.secondary', fontSize: '0.8rem', mt: 0.5, overflowWrap: 'anywhere' }}>{name}</Box>
          )}
        </>
      }
      aside={actions === null ? null : <Actions actions={actions} />}
      action={
        json === null ? null : (
          <Button
            aria-expanded={showsJson}
            aria-label={translate('trigger.json_of', { name })}
            onClick={() => setShowsJson(!showsJson)}
            sx={{ minWidth: 0, mt: -0.5 }}
          >
            JSON
          </Button>
        )
      }
      below={placed.length === 0 ? undefined : <FindingsHere placed={placed} about={name} />}
    >
      {tree === null ? (
        <Box sx={{ fontSize: '0.88rem' }}>{translate('trigger.no_rule_hits')}</Box>
      ) : (
        <ConditionView node={tree} />
      )}
      {showsJson ? (
        <Box component="pre" tabIndex={0} aria-label={name} sx={source}>
          {JSON.stringify(json, null, 2)}
        </Box>
      ) : null}
    </RuleRow>
  );
}

function Actions({ actions }: { actions: readonly Action[] }) {
  const translate = useTranslate();
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {actions.map(({ type }) => (
          <ToneChip
            key={type}
            tone={type === 'plan-liquidation' || type === 'takeover' ? 'danger' : 'neutral'}
            outlined
          >
            {translate(`action.${type}`)}
          </ToneChip>
        ))}
        {actions.length === 0 ? (
          <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{translate('trigger.no_action')}</Box>
        ) : null}
      </Box>
      <ActionDetails actions={actions} />
    </>
  );
}

const source = {
  m: 0,
  mt: 1,
  p: 1.5,
  bgcolor: 'raised',
  borderRadius: 1,
  overflow: 'auto',
  fontFamily: MONO,
  fontSize: '0.78rem',
} as const;
