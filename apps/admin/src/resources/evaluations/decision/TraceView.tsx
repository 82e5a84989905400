import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import type { LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { conditionTree, type TreeNode } from '../../../kinds/liquidation-trigger/conditionTree.ts';
import { ConditionView } from '../../../kinds/liquidation-trigger/ConditionView.tsx';
import { SeenMark } from '../../../kinds/liquidation-trigger/SeenMark.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { useVersion } from '../../../providers/queries.ts';
import { readScopeName } from './readScopeName.ts';

type RuleTrace = NonNullable<ScopeResponse['trace']>[number];

/** Every rule that was asked, in order, down to the one that decided: the rule's own tree with what it saw. */
export function TraceView({ scope }: { scope: ScopeResponse }) {
  const translate = useTranslate();
  const trace = scope.trace ?? [];
  return (
    <Panel
      title={readScopeName(scope, translate)}
      actions={<ZoneChip zone={scope.zone} actions={scope.actions} />}
      flush
    >
      {trace.length === 0 ? (
        <Box sx={{ p: 2, color: 'text.secondary' }}>{translate('decision.no_rule_asked')}</Box>
      ) : null}
      {trace.map((rule, index) => (
        <RuleTraceView key={`${rule.policy} ${rule.rule}`} rule={rule} number={index + 1} />
      ))}
    </Panel>
  );
}

function RuleTraceView({ rule, number }: { rule: RuleTrace; number: number }) {
  const translate = useTranslate();
  const { data } = useVersion(rule.policy, rule.version);
  const leaves = useMemo(() => new Map(rule.leaves.map((leaf) => [leaf.pointer, leaf])), [rule]);
  const tree = treeOf(rule, data?.document);
  return (
    <Box sx={row}>
      <Box sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>{number}</Box>
      <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start', minWidth: 0 }}>
        <SeenMark seen={rule.result} />
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.88rem', fontWeight: 600 }}>
          {rule.rule}
          <Box sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.8rem' }}>
            {translate(
              rule.result === true
                ? 'decision.rule_decided'
                : rule.result === null
                  ? 'condition.unknown'
                  : 'condition.false',
            )}
          </Box>
        </Box>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {tree === null ? (
          rule.leaves.map((leaf) => <LeafLine key={leaf.pointer} leaf={leaf} />)
        ) : (
          <ConditionView node={tree} leaves={leaves} />
        )}
      </Box>
    </Box>
  );
}

/** Without the document at hand, what the leaves saw still reads. */
function LeafLine({ leaf }: { leaf: RuleTrace['leaves'][number] }) {
  const node: TreeNode = {
    kind: 'leaf',
    pointer: leaf.pointer,
    fact: leaf.fact,
    operator: leaf.operator,
    value: leaf.compared ?? '',
  };
  return <ConditionView node={node} leaves={new Map([[leaf.pointer, leaf]])} />;
}

/** The tree of the rule (or of the exit `exit of <zone>`) in the version that judged; null while that is not there. */
function treeOf(rule: RuleTrace, document: Readonly<Record<string, unknown>> | null | undefined): TreeNode | null {
  if (document === null || document === undefined) return null;
  const trigger = document as unknown as LiquidationTriggerDocument;
  const place = trigger.rules.findIndex(({ name }) => name === rule.rule);
  const found = trigger.rules[place];
  if (found !== undefined)
    return conditionTree(found.conditions, `/rules/${String(place)}/conditions`, trigger.conditions);
  const exitPlace = trigger.exits.findIndex(({ zone }) => `exit of ${zone}` === rule.rule);
  const exit = trigger.exits[exitPlace];
  return exit === undefined
    ? null
    : conditionTree(exit.conditions, `/exits/${String(exitPlace)}/conditions`, trigger.conditions);
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: '20px minmax(0, 1fr)', md: '20px 220px minmax(0, 1fr)' },
  '& > :nth-of-type(n+3)': { gridColumn: { xs: 2, md: 'auto' } },
  columnGap: 2,
  rowGap: 1,
  px: 2,
  py: 1.25,
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
} as const;
