import { useTranslate } from 'react-admin';
import type { LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { InstantField } from '../../fields/InstantField.tsx';
import { RateField } from '../../fields/RateField.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { RowsTable } from '../../layout/RowsTable.tsx';

/** When a mark is believed, contracts on hold, and the facts that the venue declares itself. */
export function TriggerFacts({ trigger }: { trigger: LiquidationTriggerDocument }) {
  const translate = useTranslate();
  const { markAgeMaxSeconds, markBand, holds, facts } = trigger;
  const deviation = (value: string | null | undefined) =>
    value === null || value === undefined ? translate('haircut.no_limit') : <RateField value={value} />;
  return (
    <>
      <Panel title={translate('trigger.marks')} note={translate('trigger.marks_note')}>
        <Facts
          columnWidth={260}
          facts={[
            {
              label: translate('trigger.mark_age'),
              value:
                markAgeMaxSeconds === null
                  ? translate('haircut.no_limit')
                  : translate('haircut.seconds', { smart_count: markAgeMaxSeconds }),
            },
            { label: translate('trigger.index_deviation'), value: deviation(markBand?.indexDeviationMax) },
            { label: translate('trigger.last_good_deviation'), value: deviation(markBand?.lastGoodDeviationMax) },
          ]}
        />
      </Panel>
      {holds.length === 0 ? null : (
        <Panel title={translate('trigger.holds')} flush>
          <RowsTable
            label={translate('trigger.holds')}
            rows={holds}
            keyOf={({ contract, from }) => `${contract} ${from}`}
            columns={[
              { key: 'contract', label: translate('specification.contract'), read: (hold) => hold.contract },
              {
                key: 'from',
                label: translate('trigger.hold_from'),
                read: (hold) => hold.from,
                render: (hold) => <InstantField value={hold.from} isUnderUtc />,
              },
              {
                key: 'until',
                label: translate('trigger.hold_until'),
                read: (hold) => hold.until,
                render: (hold) => <InstantField value={hold.until} isUnderUtc />,
              },
              { key: 'reason', label: translate('trigger.reason'), read: (hold) => hold.reason },
            ]}
          />
        </Panel>
      )}
      {facts.length === 0 ? null : (
        <Panel title={translate('trigger.facts')} flush>
          <RowsTable
            label={translate('trigger.facts')}
            rows={facts}
            keyOf={({ name }) => name}
            columns={[
              { key: 'name', label: translate('trigger.fact'), read: (fact) => fact.name },
              { key: 'type', label: translate('trigger.fact_type'), read: (fact) => fact.type },
              { key: 'unit', label: translate('trigger.fact_unit'), read: (fact) => fact.unit },
              { key: 'meaning', label: translate('trigger.fact_meaning'), read: (fact) => fact.meaning },
              { key: 'source', label: translate('trigger.fact_source'), read: (fact) => fact.source },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
