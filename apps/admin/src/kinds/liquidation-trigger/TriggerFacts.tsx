import { useTranslate } from 'react-admin';
import type { LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { formatDuration } from '@backstop/core/venue';
import { InstantField } from '../../fields/InstantField.tsx';
import { RateField } from '../../fields/RateField.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { RowsTable } from '../../layout/RowsTable.tsx';
import { groupDigits } from '../../text/figures.ts';
import { inWords, optionInWords } from '../../text/phrases.ts';

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
              value: markAgeMaxSeconds === null ? translate('haircut.no_limit') : formatDuration(markAgeMaxSeconds),
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
                render: (hold) => <InstantField value={hold.from} isShort />,
              },
              {
                key: 'until',
                label: translate('trigger.hold_until'),
                read: (hold) => hold.until,
                render: (hold) => <InstantField value={hold.until} isShort />,
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
            rows={facts.flatMap(factRows)}
            keyOf={({ name }) => name}
            columns={[
              { key: 'name', label: translate('trigger.fact'), read: (fact) => fact.name },
              {
                key: 'type',
                label: translate('trigger.fact_type'),
                read: (fact) => optionInWords(fact.type) ?? fact.type,
              },
              {
                key: 'unit',
                label: translate('trigger.fact_unit'),
                read: (fact) => translate(`builder.unit_${fact.unit}`),
              },
              { key: 'range', label: translate('trigger.fact_range'), read: readRange },
              {
                key: 'age',
                label: translate('trigger.fact_age'),
                align: 'right',
                read: ({ ageMaxSeconds: age }) => (age === null ? '–' : formatDuration(age)),
              },
              { key: 'meaning', label: translate('trigger.fact_meaning'), read: (fact) => inWords(fact.meaning) },
              { key: 'source', label: translate('trigger.fact_source'), read: (fact) => inWords(fact.source) },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

type Declaration = LiquidationTriggerDocument['facts'][number];
type FactRow = Pick<
  Declaration,
  'name' | 'type' | 'unit' | 'minimum' | 'maximum' | 'values' | 'ageMaxSeconds' | 'meaning' | 'source'
>;

/** A fact, and below it the parts of it that conditions may ask for. */
function factRows(fact: Declaration): FactRow[] {
  const parts = (fact.fields ?? []).map(({ path, ...part }): FactRow => {
    return { ...part, name: `${fact.name} ${path}`, ageMaxSeconds: fact.ageMaxSeconds, source: fact.source };
  });
  return [fact, ...parts];
}

/** What is believed of it: `1 to 125`, or the texts that it may be. */
function readRange({ minimum, maximum, values }: FactRow): string {
  if (values !== null) return values.join(', ');
  if (minimum === null && maximum === null) return '–';
  const bound = (text: string | null, sign: string) => (text === null ? '' : `${sign} ${groupDigits(text)}`);
  return minimum === null || maximum === null
    ? bound(minimum, '≥') + bound(maximum, '≤')
    : `${groupDigits(minimum)} to ${groupDigits(maximum)}`;
}
