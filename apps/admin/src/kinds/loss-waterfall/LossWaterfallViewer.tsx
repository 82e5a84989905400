import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LossWaterfallDocument } from '@backstop/core/kinds/loss-waterfall';
import { Facts } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { asPercent, groupDigits } from '../../text/figures.ts';
import { SchemaViewer } from '../generic/SchemaViewer.tsx';
import type { ViewerProps } from '../viewerProps.ts';
import { TestLoss } from './TestLoss.tsx';

type LayerRow = LossWaterfallDocument['layers'][number];
type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Who bears a loss, layer by layer in the order in which they are asked; a loss to try it with; and the whole document. */
export function LossWaterfallViewer(props: ViewerProps) {
  const translate = useTranslate();
  const { layers } = props.document as unknown as LossWaterfallDocument;
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
              <strong>{`${String(index + 1)}. ${translate(`layer.${layer.type}`)}`}</strong>{' '}
              <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
                {translate(`waterfall.does_${layer.type}`)}
              </Box>
              <Box sx={{ mt: 0.75 }}>
                <Facts facts={factsOf(layer, translate)} />
              </Box>
            </Box>
          ))}
        </Box>
      </Panel>
      <Panel title={translate('waterfall.try')}>
        <TestLoss document={props.document} />
      </Panel>
      <SchemaViewer {...props} />
    </Box>
  );
}

function factsOf(layer: LayerRow, translate: Translate): { readonly label: string; readonly value: string }[] {
  const word = (field: string, option: string): string =>
    translate(`waterfall.${field}_${option}`, { _: translate(`method.${option}`, { _: option }) });
  const fact = (field: string, value: string) => ({ label: translate(`waterfall.field_${field}`), value });
  const caps = layer.caps.map(({ asset, lossDrawnMax, periodDrawnMax }) =>
    translate('waterfall.cap_words', {
      asset,
      loss: lossDrawnMax === null ? translate('waterfall.no_cap') : groupDigits(lossDrawnMax),
      period: periodDrawnMax === null ? translate('waterfall.no_cap') : groupDigits(periodDrawnMax),
    }),
  );
  const capped = {
    label: translate('waterfall.caps'),
    value: caps.length === 0 ? translate('waterfall.uncapped') : caps.join('; '),
  };
  if (layer.type === 'adl') {
    const fields = ['score', 'closeAt', 'opens'] as const;
    return [...fields.map((field) => fact(field, word(field, layer[field]))), capped];
  }
  if (layer.type !== 'socialization') return [capped];
  const fields = ['method', 'capacity'] as const;
  return [
    ...fields.map((field) => fact(field, word(field, layer[field]))),
    fact('capRate', `${groupDigits(asPercent(layer.capRate))} %`),
    capped,
  ];
}
