import { useTranslate } from 'react-admin';
import type { LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { Panel } from '../../layout/Panel.tsx';
import type { ViewerProps } from '../viewerProps.ts';
import { conditionTree } from './conditionTree.ts';
import { inOrder } from './inOrder.ts';
import { RuleView } from './RuleView.tsx';
import { TriggerFacts } from './TriggerFacts.tsx';

/** When a scope is in which zone and what is then done: the rules in the order they are tried, as sentences. */
export function TriggerViewer({ document }: ViewerProps) {
  const translate = useTranslate();
  const trigger = document as unknown as LiquidationTriggerDocument;
  return (
    <>
      <Panel title={translate('trigger.rules')} note={translate('trigger.rules_note')} flush>
        {inOrder(trigger.rules).map(({ rule, place }, index) => (
          <RuleView
            key={rule.name}
            number={String(index + 1)}
            name={rule.name}
            zone={rule.event.type}
            actions={rule.event.params.actions}
            tree={conditionTree(rule.conditions, `/rules/${String(place)}/conditions`, trigger.conditions)}
            json={rule}
          />
        ))}
        <RuleView number="–" name="healthy" zone="healthy" actions={[]} tree={null} json={null} />
      </Panel>
      {trigger.exits.length === 0 ? null : (
        <Panel title={translate('trigger.exits')} note={translate('trigger.exits_note')} flush>
          {trigger.exits.map((exit, index) => (
            <RuleView
              key={exit.zone}
              number="↩"
              name={exit.zone}
              zone={exit.zone}
              actions={null}
              tree={conditionTree(exit.conditions, `/exits/${String(index)}/conditions`, trigger.conditions)}
              json={exit}
            />
          ))}
        </Panel>
      )}
      <TriggerFacts trigger={trigger} />
    </>
  );
}
