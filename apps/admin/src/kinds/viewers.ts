import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { ViewerProps } from './viewerProps.ts';

type Viewer = LazyExoticComponent<ComponentType<ViewerProps>>;

/** Kinds with a viewer of their own; any other is drawn from its schema. */
const viewers: Readonly<Record<string, Viewer>> = {
  'loss-waterfall': lazy(() =>
    import('./loss-waterfall/LossWaterfallViewer.tsx').then(({ LossWaterfallViewer }) => ({
      default: LossWaterfallViewer,
    })),
  ),
  'margin-tiers': lazy(() =>
    import('./margin-tiers/LadderViewer.tsx').then(({ LadderViewer }) => ({ default: LadderViewer })),
  ),
  'contract-specification': lazy(() =>
    import('./contract-specification/SpecificationViewer.tsx').then(({ SpecificationViewer }) => ({
      default: SpecificationViewer,
    })),
  ),
  'collateral-haircut': lazy(() =>
    import('./collateral-haircut/HaircutViewer.tsx').then(({ HaircutViewer }) => ({ default: HaircutViewer })),
  ),
  'liquidation-trigger': lazy(() =>
    import('./liquidation-trigger/TriggerViewer.tsx').then(({ TriggerViewer }) => ({ default: TriggerViewer })),
  ),
  valuation: lazy(() =>
    import('./valuation/ValuationViewer.tsx').then(({ ValuationViewer }) => ({ default: ValuationViewer })),
  ),
};

const generic: Viewer = lazy(() =>
  import('./generic/SchemaViewer.tsx').then(({ SchemaViewer }) => ({ default: SchemaViewer })),
);

export function viewerOf(kind: string): Viewer {
  return viewers[kind] ?? generic;
}
