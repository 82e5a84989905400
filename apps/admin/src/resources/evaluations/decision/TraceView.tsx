import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { RuleRow, ruleList } from '../../../kinds/rules/RuleRow.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { readScopeName } from './readScopeName.ts';
import { TraceRule } from './TraceRule.tsx';
import { TraceVerdict } from './TraceVerdict.tsx';
import { verdictOf } from './verdictOf.ts';

/** One scope: what decided it, then every rule that was asked, in order, down to the one that decided. */
export function TraceView({ scope }: { scope: ScopeResponse }) {
  const translate = useTranslate();
  const trace = scope.trace ?? [];
  const verdict = verdictOf(scope);
  return (
    <Panel
      title={readScopeName(scope, translate)}
      actions={<ZoneChip zone={scope.zone} actions={scope.actions} />}
      flush
    >
      <TraceVerdict scope={scope} verdict={verdict} />
      {trace.length === 0 ? null : (
        <Box
          component="ol"
          aria-label={translate('trace.rules')}
          sx={{ ...ruleList, borderTop: 1, borderColor: 'divider' }}
        >
          {trace.map((rule, index) => (
            <TraceRule
              key={`${rule.policy} ${rule.rule}`}
              rule={rule}
              number={index + 1}
              decided={verdict.rule === rule.rule ? verdict.how : null}
            />
          ))}
          {verdict.how === 'none' ? (
            <RuleRow number="–" isLit head={<ZoneChip zone={scope.zone} actions={scope.actions} />}>
              <Box sx={{ fontSize: '0.88rem' }}>{translate('trace.no_rule_holds')}</Box>
            </RuleRow>
          ) : null}
        </Box>
      )}
    </Panel>
  );
}
