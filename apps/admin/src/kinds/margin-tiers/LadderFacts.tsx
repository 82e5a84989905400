import { useTranslate } from 'react-admin';
import type { MarginTiersDocument } from '@backstop/core/kinds/margin-tiers';
import { RateField } from '../../fields/RateField.tsx';
import { Facts, type Fact } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { groupDigits } from '../../text/figures.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** How the ladder is applied; for the models without steps, also the numbers that it is made of. */
export function LadderFacts({ document, isWhole = false }: { document: MarginTiersDocument; isWhole?: boolean }) {
  const translate = useTranslate();
  const facts: Fact[] = [
    { label: translate('ladder.model'), value: translate(`ladder.model_${document.model}`) },
    ...(isWhole ? numbersOf(document, translate) : []),
    ...(document.model === 'step'
      ? [{ label: translate('ladder.deduction'), value: translate(`ladder.deduction_${document.deduction}`) }]
      : []),
    { label: translate('ladder.maintenance_basis'), value: translate(`ladder.basis_${document.maintenanceBasis}`) },
    { label: translate('ladder.hedge_netting'), value: translate(`ladder.netting_${document.hedgeNetting}`) },
    { label: translate('ladder.close_fee_rate'), value: <RateField value={document.closeFeeRate} /> },
    {
      label: translate('ladder.rate_rounding'),
      value: translate('ladder.rate_rounding_value', {
        direction: translate(`ladder.round_${document.rateRounding}`),
        decimals: document.rateDecimals,
      }),
    },
  ];
  return (
    <Panel title={translate('ladder.applied')}>
      <Facts facts={facts} columnWidth={230} />
    </Panel>
  );
}

function numbersOf(document: MarginTiersDocument, translate: Translate): Fact[] {
  const rate = (key: string, value: string): Fact => ({
    label: translate(`ladder.${key}`),
    value: <RateField value={value} />,
  });
  const figure = (key: string, value: string): Fact => ({
    label: translate(`ladder.${key}`),
    value: groupDigits(value),
  });
  const leverage = (value: string | null): Fact => ({
    label: translate('ladder.leverage_max'),
    value: value === null ? translate('ladder.not_stated') : `${value}×`,
  });
  switch (document.model) {
    case 'step':
      return [];
    case 'linear':
      return [
        rate('maintenance_base', document.maintenanceMarginRateBase),
        figure('maintenance_slope', document.maintenanceMarginRateSlope),
        rate('initial_base', document.initialMarginRateBase),
        figure('initial_slope', document.initialMarginRateSlope),
        leverage(document.leverageMax),
      ];
    case 'square-root':
      return [
        rate('maintenance_rate', document.maintenanceMarginRate),
        figure('maintenance_factor', document.maintenanceMarginFactor),
        rate('initial_rate', document.initialMarginRate),
        figure('initial_factor', document.initialMarginFactor),
        leverage(document.leverageMax),
      ];
    case 'open-interest-scaled':
      // Both levels are notionals in the settlement asset.
      return [
        rate('maintenance_rate', document.maintenanceMarginRate),
        rate('initial_base', document.initialMarginRateBase),
        figure('open_interest_floor', document.openInterestNotionalFloor),
        figure('open_interest_cap', document.openInterestNotionalCap),
        leverage(document.leverageMax),
      ];
  }
}
