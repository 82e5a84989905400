import { useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { LeafTrace } from '@backstop/core/rules';
import { ConditionView } from '../../../kinds/rules/ConditionView.tsx';
import { decidingNodes } from '../../../kinds/rules/decidingNodes.ts';
import { RuleRow } from '../../../kinds/rules/RuleRow.tsx';
import { SeenMark } from '../../../kinds/rules/SeenMark.tsx';
import { seenWord } from '../../../kinds/rules/seenWord.ts';
import { useVersion } from '../../../providers/queries.ts';
import { treeOfLeaves, treeOfRule, type RuleTrace } from './treeOfRule.ts';
import type { Verdict } from './verdictOf.ts';

interface Props {
  readonly rule: RuleTrace;
  readonly number: number;
  /** How it decided; null where another did. */
  readonly decided: Verdict['how'] | null;
}

/** One rule that was asked, with what it saw. Of a rule that did not decide, only what settled it, until more is asked. */
export function TraceRule({ rule, number, decided }: Props) {
  const translate = useTranslate();
  const [isWhole, setWhole] = useState(decided !== null);
  const { data } = useVersion(rule.policy, rule.version);
  const leaves = useMemo<ReadonlyMap<string, LeafTrace>>(
    () => new Map(rule.leaves.map((leaf) => [leaf.pointer, leaf])),
    [rule],
  );
  const tree = useMemo(() => treeOfRule(rule.rule, data?.document ?? null) ?? treeOfLeaves(rule), [rule, data]);
  const deciding = useMemo(() => decidingNodes(tree, leaves), [tree, leaves]);
  const settling = [...deciding].filter(({ kind }) => kind === 'leaf').length;
  const outcome = decided === 'rule' ? 'trace.decided' : decided === 'exit' ? 'trace.kept' : seenWord(rule.result);
  return (
    <RuleRow
      number={String(number)}
      isLit={decided !== null}
      head={
        <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start' }}>
          <Box component="span" sx={{ display: 'inline-flex', pt: '2px' }}>
            <SeenMark seen={rule.result} />
          </Box>
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.88rem', fontWeight: 600 }}>
            {rule.rule}
            <Box sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.8rem' }}>{translate(outcome)}</Box>
          </Box>
        </Box>
      }
      action={
        settling < leaves.size ? (
          <Button
            aria-expanded={isWhole}
            aria-label={translate(isWhole ? 'trace.less_of' : 'trace.more_of', {
              rule: rule.rule,
              smart_count: leaves.size,
            })}
            onClick={() => setWhole(!isWhole)}
          >
            {translate(isWhole ? 'trace.less' : 'trace.more', { smart_count: leaves.size })}
          </Button>
        ) : null
      }
    >
      <ConditionView node={tree} observed={{ leaves, deciding, isPathOnly: !isWhole }} />
    </RuleRow>
  );
}
