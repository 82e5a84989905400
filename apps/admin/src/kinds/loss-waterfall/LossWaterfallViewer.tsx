import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LossWaterfallDocument } from '@backstop/core/kinds/loss-waterfall';
import { Panel } from '../../layout/Panel.tsx';
import { SchemaViewer } from '../generic/SchemaViewer.tsx';
import type { ViewerProps } from '../viewerProps.ts';
import { LayerView } from './LayerView.tsx';
import { TestLoss } from './TestLoss.tsx';

/** Who bears a loss, layer by layer in the order in which they are asked; a loss to try it with; and what else it says. */
export function LossWaterfallViewer(props: ViewerProps) {
  const translate = useTranslate();
  const { layers, ...rest } = props.document as unknown as LossWaterfallDocument;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Panel title={translate('waterfall.layers')} note={translate('waterfall.in_order')}>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {layers.map((layer, index) => (
            <Box
              component="li"
              key={layer.type}
              sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 1 }}
            >
              <LayerView layer={layer} place={index + 1} />
            </Box>
          ))}
        </Box>
      </Panel>
      <Panel title={translate('waterfall.try')}>
        <TestLoss document={props.document} />
      </Panel>
      <SchemaViewer {...props} document={{ ...rest }} />
    </Box>
  );
}
