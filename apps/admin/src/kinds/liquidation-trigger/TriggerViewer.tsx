import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { Panel } from '../../layout/Panel.tsx';
import { useAnalysis } from '../../providers/queries.ts';
import { AnalysisSummary } from '../rules/AnalysisSummary.tsx';
import { conditionTree } from '../rules/conditionTree.ts';
import { findingsByPlace } from '../rules/findingsByPlace.ts';
import { inOrder } from '../rules/inOrder.ts';
import { ruleList } from '../rules/RuleRow.tsx';
import type { ViewerProps } from '../viewerProps.ts';
import { RuleView } from './RuleView.tsx';
import { TriggerFacts } from './TriggerFacts.tsx';

/** When a scope is in which zone and what is then done: the rules in the order they are tried, with what the analysis found. */
export function TriggerViewer({ document, kind }: ViewerProps) {
  const translate = useTranslate();
  // The server has checked it against its kind's schema.
  const trigger = document as unknown as LiquidationTriggerDocument;
  const { data: analysis, error, refetch } = useAnalysis({ kind, document });
  const placed = useMemo(() => findingsByPlace(analysis?.findings ?? []), [analysis]);
  const at = (place: string) => placed.get(place) ?? [];
  return (
    <>
      <Panel title={translate('trigger.rules')} note={translate('trigger.rules_note')} flush>
        <AnalysisSummary analysis={analysis} error={error} onRetry={() => void refetch()} placed={at('')} />
        <Box component="ol" aria-label={translate('trigger.rules')} sx={ruled}>
          {inOrder(trigger.rules).map(({ rule, place }, index) => (
            <RuleView
              key={rule.name}
              number={String(index + 1)}
              name={rule.name}
              zone={rule.event.type}
              actions={rule.event.params.actions}
              tree={conditionTree(rule.conditions, `/rules/${String(place)}/conditions`, trigger.conditions)}
              json={rule}
              placed={at(`rules/${String(place)}`)}
            />
          ))}
          <RuleView number="–" name="healthy" zone="healthy" actions={[]} tree={null} json={null} placed={[]} />
        </Box>
      </Panel>
      {trigger.exits.length === 0 ? null : (
        <Panel title={translate('trigger.exits')} note={translate('trigger.exits_note')} flush>
          <Box component="ul" aria-label={translate('trigger.exits')} sx={ruleList}>
            {trigger.exits.map((exit, index) => (
              <RuleView
                key={exit.zone}
                number="↩"
                name={exit.zone}
                zone={exit.zone}
                actions={null}
                tree={conditionTree(exit.conditions, `/exits/${String(index)}/conditions`, trigger.conditions)}
                json={exit}
                placed={at(`exits/${String(index)}`)}
              />
            ))}
          </Box>
        </Panel>
      )}
      <TriggerFacts trigger={trigger} />
    </>
  );
}

const ruled = { ...ruleList, borderTop: 1, borderColor: 'divider' } as const;
