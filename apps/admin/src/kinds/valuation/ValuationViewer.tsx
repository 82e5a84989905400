import { useTranslate } from 'react-admin';
import type { ValuationDocument } from '@backstop/core/kinds/valuation';
import { Facts } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import type { ViewerProps } from '../viewerProps.ts';

/** What the venue counts in, how collateral is pooled, and which tag speaks first. */
export function ValuationViewer({ document }: ViewerProps) {
  const translate = useTranslate();
  const { valuationAsset, collateralMode, tags } = document as unknown as ValuationDocument;
  return (
    <Panel title={translate('valuation.title')}>
      <Facts
        columnWidth={300}
        facts={[
          { label: translate('valuation.asset'), value: <strong>{valuationAsset}</strong> },
          { label: translate('valuation.pools'), value: translate(`valuation.${collateralMode}`) },
          {
            label: translate('valuation.tags'),
            value:
              tags.length === 0
                ? translate('field.none')
                : tags.map((tag, index) => `${String(index + 1)}. ${tag}`).join('   '),
          },
        ]}
      />
    </Panel>
  );
}
