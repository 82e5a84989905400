import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { CANDIDATE_FACTS, candidateCatalogue } from '@backstop/core/kinds/loss-waterfall';
import { factDeclarationSchema, type FactCatalogue } from '@backstop/core/rules';
import type { EditorProps } from '../../editorProps.ts';
import { Surrounded } from '../../generic/editor/EditorContext.ts';
import { SchemaEditor } from '../../generic/editor/SchemaEditor.tsx';
import { Building } from '../../rules/builder/BuilderContext.ts';
import { TestLoss } from '../TestLoss.tsx';
import { layersOf } from './waterfallLayers.ts';
import { WaterfallForm } from './WaterfallForm.tsx';

/** What the cards show; all else of a waterfall is drawn from its schema. */
const IN_CARDS = ['layers'];

/** A waterfall: its layers as cards in order, what else it says as a form, and a loss to try it with. */
export function WaterfallEditor(props: EditorProps) {
  const { document, problems, asset, checked, onChange } = props;
  const layers = layersOf(document);
  const declared = document['facts'];
  const builder = useMemo(() => ({ ...NOTHING_TRIED, catalogue: catalogueOf(declared) }), [declared]);
  if (layers === null) return <SchemaEditor {...props} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Surrounded value={{ problems, asset }}>
        <Building value={builder}>
          <WaterfallForm
            layers={layers}
            problems={problems}
            onChange={(next) => onChange({ ...document, layers: next })}
          />
        </Building>
      </Surrounded>
      <SchemaEditor {...props} without={IN_CARDS} />
      {checked === null ? null : <TestLoss document={checked} />}
    </Box>
  );
}

/** Exemptions share no conditions, and no account is tried here. */
const NOTHING_TRIED = { named: [], leaves: new Map(), deciding: new Set<string>() };

/** What exemptions may ask: what is known of a candidate, and what the document declares as far as it is sound. */
function catalogueOf(declared: unknown): FactCatalogue {
  const rows: readonly unknown[] = Array.isArray(declared) ? declared : [];
  const facts = rows.flatMap((fact) => factDeclarationSchema.safeParse(fact).data ?? []);
  const all = [...candidateCatalogue(facts)];
  return new Map(all.filter(([name, { origin }]) => origin === 'venue' || CANDIDATE_FACTS.has(name)));
}
