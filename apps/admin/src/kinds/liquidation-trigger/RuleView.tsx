import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { MONO } from '../../layout/theme.ts';
import { ConditionView } from './ConditionView.tsx';
import type { TreeNode } from './conditionTree.ts';

interface Props {
  readonly number: string;
  readonly name: string;
  readonly zone: string;
  /** null where the row is not about actions. */
  readonly actions: readonly { readonly type: string }[] | null;
  /** null for what holds when nothing else does. */
  readonly tree: TreeNode | null;
  readonly json: unknown;
}

/** One rule: the zone it gives, when, and what is then done; its JSON beside it on demand. */
export function RuleView({ number, name, zone, actions, tree, json }: Props) {
  const translate = useTranslate();
  const [showsJson, setShowsJson] = useState(false);
  return (
    <Box sx={row}>
      <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{number}</Box>
      <Box sx={{ minWidth: 0 }}>
        <ZoneChip zone={zone} actions={actions ?? []} />
        {name === zone ? null : (
          <Box sx={{ color: 'text.secondary', fontSize: '0.8rem', mt: 0.5, overflowWrap: 'anywhere' }}>{name}</Box>
        )}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {tree === null ? (
          <Box sx={{ fontSize: '0.88rem' }}>{translate('trigger.no_rule_hits')}</Box>
        ) : (
          <ConditionView node={tree} />
        )}
        {showsJson ? (
          <Box
            component="pre"
            tabIndex={0}
            aria-label={name}
            sx={{
              m: 0,
              mt: 1,
              p: 1.5,
              bgcolor: 'raised',
              borderRadius: 1,
              overflow: 'auto',
              fontFamily: MONO,
              fontSize: '0.78rem',
            }}
          >
            {JSON.stringify(json, null, 2)}
          </Box>
        ) : null}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignContent: 'flex-start' }}>
        {(actions ?? []).map(({ type }) => (
          <ToneChip
            key={type}
            tone={type === 'plan-liquidation' || type === 'takeover' ? 'danger' : 'neutral'}
            outlined
          >
            {translate(`action.${type}`)}
          </ToneChip>
        ))}
        {actions?.length === 0 ? (
          <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{translate('trigger.no_action')}</Box>
        ) : null}
      </Box>
      <Box>
        {json === null ? null : (
          <Button
            aria-expanded={showsJson}
            aria-label={translate('trigger.json_of', { name })}
            onClick={() => setShowsJson(!showsJson)}
            sx={{ minWidth: 0 }}
          >
            JSON
          </Button>
        )}
      </Box>
    </Box>
  );
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: '20px minmax(0, 1fr)', md: '20px 150px minmax(0, 1fr) minmax(0, 1fr) 56px' },
  '& > :nth-of-type(n+3)': { gridColumn: { xs: 2, md: 'auto' } },
  columnGap: 2,
  rowGap: 1,
  px: 2,
  py: 1.25,
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
} as const;
