import { lazy, Suspense, useMemo } from 'react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';
import { collateralHaircut, type CollateralHaircutDocument } from '@backstop/core/kinds/collateral-haircut';
import { formatDuration } from '@backstop/core/venue';
import { RateField } from '../../fields/RateField.tsx';
import { Facts, type Fact } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { groupDigits } from '../../text/figures.ts';
import type { ViewerProps } from '../viewerProps.ts';
import { assetsNamed } from './assetsNamed.ts';
import { WeightTable } from './WeightTable.tsx';

const WeightCurve = lazy(() => import('./WeightCurve.tsx').then((module) => ({ default: module.WeightCurve })));

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** How an asset counts: its weights as a table and as a curve, its price, and what a debt in it weighs. */
export function HaircutViewer({ document, scope }: ViewerProps) {
  const translate = useTranslate();
  const haircutDocument = document as unknown as CollateralHaircutDocument;
  const haircut = useMemo(() => collateralHaircut.compile(haircutDocument), [haircutDocument]);
  const asset = assetsNamed(scope, translate);
  // One weight for any value is no curve.
  const isFlat = haircutDocument.model === 'ladder' && haircutDocument.tiers.length === 1;
  return (
    <>
      <Box sx={abreast}>
        {haircutDocument.model === 'ladder' ? (
          <WeightTable tiers={haircutDocument.tiers} />
        ) : (
          <Panel title={translate('haircut.weights')}>
            <Facts facts={weightFacts(haircutDocument, asset, translate)} columnWidth={220} />
          </Panel>
        )}
        {isFlat ? null : (
          <Suspense fallback={<Skeleton variant="rounded" height={320} />}>
            <WeightCurve haircut={haircut} asset={asset} />
          </Suspense>
        )}
      </Box>
      <Panel title={translate('haircut.applied')}>
        <Facts facts={commonFacts(haircutDocument, translate)} columnWidth={240} />
      </Panel>
    </>
  );
}

function weightFacts(
  document: Exclude<CollateralHaircutDocument, { model: 'ladder' }>,
  asset: string,
  translate: Translate,
): Fact[] {
  const weight = { label: translate('haircut.weight'), value: <RateField value={document.weight} /> };
  if (document.model === 'deposits') {
    return [
      weight,
      {
        label: translate('haircut.deposits_start'),
        value: `${groupDigits(document.depositsStart)} ${translate('haircut.valuation_asset')}`,
      },
    ];
  }
  return [
    weight,
    { label: translate('haircut.factor', { asset }), value: document.factor },
    { label: translate('haircut.formula'), value: translate('haircut.formula_size_discount') },
  ];
}

function commonFacts(document: CollateralHaircutDocument, translate: Translate): Fact[] {
  const { priceRule, liability, shareMax, priceAgeMaxSeconds } = document;
  return [
    { label: translate('haircut.model'), value: translate(`haircut.model_${document.model}`) },
    { label: translate('haircut.price'), value: translate(`haircut.price_${priceRule.source}`) },
    {
      label: translate('haircut.floor_price'),
      value: priceRule.floorPrice === null ? translate('field.none') : groupDigits(priceRule.floorPrice),
    },
    {
      label: translate('haircut.price_age'),
      value: priceAgeMaxSeconds === null ? translate('haircut.no_limit') : formatDuration(priceAgeMaxSeconds),
    },
    {
      label: translate('haircut.share_max'),
      value: shareMax === null ? translate('haircut.no_limit') : <RateField value={shareMax} />,
    },
    {
      label: translate('haircut.liability'),
      value:
        liability === null
          ? translate('haircut.liability_full')
          : translate('haircut.liability_value', { weight: liability.weight, factor: liability.factor }),
    },
  ];
}

const abreast = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
} as const;
