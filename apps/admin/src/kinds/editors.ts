import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { EditorProps } from './editorProps.ts';

export type Editor = LazyExoticComponent<ComponentType<EditorProps>>;

/** Kinds with an editor of their own, each a chunk of its own; any other is drawn from its schema. */
const editors: Readonly<Record<string, Editor>> = {
  'collateral-haircut': lazy(() =>
    import('./collateral-haircut/editor/HaircutEditor.tsx').then(({ HaircutEditor }) => ({ default: HaircutEditor })),
  ),
  'contract-specification': lazy(() =>
    import('./contract-specification/editor/SpecificationEditor.tsx').then(({ SpecificationEditor }) => ({
      default: SpecificationEditor,
    })),
  ),
  'liquidation-trigger': lazy(() =>
    import('./liquidation-trigger/editor/TriggerEditor.tsx').then(({ TriggerEditor }) => ({ default: TriggerEditor })),
  ),
  'loss-waterfall': lazy(() =>
    import('./loss-waterfall/editor/WaterfallEditor.tsx').then(({ WaterfallEditor }) => ({ default: WaterfallEditor })),
  ),
  'margin-tiers': lazy(() =>
    import('./margin-tiers/editor/LadderEditor.tsx').then(({ LadderEditor }) => ({ default: LadderEditor })),
  ),
};

const generic: Editor = lazy(() =>
  import('./generic/editor/SchemaEditor.tsx').then(({ SchemaEditor }) => ({ default: SchemaEditor })),
);

/** What a document of a kind is edited with, beside its JSON. */
export function editorOf(kind: string): Editor {
  return editors[kind] ?? generic;
}
