import Box from '@mui/material/Box';
import type { EditorProps } from '../../editorProps.ts';
import { SchemaEditor } from '../../generic/editor/SchemaEditor.tsx';
import { TestLoss } from '../TestLoss.tsx';
import { layersOf } from './waterfallLayers.ts';
import { WaterfallForm } from './WaterfallForm.tsx';

/** What the cards show; all else of a waterfall is drawn from its schema. */
const IN_CARDS = ['layers'];

/** A waterfall: its layers as cards in order, what else it says as a form, and a loss to try it with. */
export function WaterfallEditor(props: EditorProps) {
  const { document, problems, checked, onChange } = props;
  const layers = layersOf(document);
  if (layers === null) return <SchemaEditor {...props} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <WaterfallForm layers={layers} problems={problems} onChange={(next) => onChange({ ...document, layers: next })} />
      <SchemaEditor {...props} without={IN_CARDS} />
      {checked === null ? null : <TestLoss document={checked} />}
    </Box>
  );
}
