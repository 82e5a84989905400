import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LossWaterfallDocument } from '@backstop/core/kinds/loss-waterfall';
import type { Condition } from '@backstop/core/rules';
import { formatDuration } from '@backstop/core/venue';
import { Facts } from '../../layout/Facts.tsx';
import { asPercent, groupDigits } from '../../text/figures.ts';
import { conditionTree } from '../rules/conditionTree.ts';
import { ConditionView } from '../rules/ConditionView.tsx';
import { fieldsOfLayer } from './editor/fieldsOfLayer.ts';
import { fieldText } from './editor/waterfallLayers.ts';

type LayerRow = LossWaterfallDocument['layers'][number];
type Translate = (key: string, options?: Record<string, unknown>) => string;

interface Props {
  readonly layer: LayerRow;
  /** From 1. */
  readonly place: number;
}

/** One layer as it is asked: all that its method looks at, its caps, and whom it leaves out. */
export function LayerView({ layer, place }: Props) {
  const translate = useTranslate();
  return (
    <>
      <strong>{`${String(place)}. ${translate(`layer.${layer.type}`)}`}</strong>{' '}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
        {translate(`waterfall.does_${layer.type}`)}
      </Box>
      <Box sx={{ mt: 0.75 }}>
        <Facts facts={[...told(layer, translate), ...bounds(layer, translate)]} />
      </Box>
      {'exemptions' in layer ? (
        <Exemptions exemptions={layer.exemptions} pointer={`/layers/${String(place - 1)}`} />
      ) : null}
    </>
  );
}

function told(layer: LayerRow, translate: Translate): { readonly label: string; readonly value: string }[] {
  return fieldsOfLayer(layer as never).map(({ field, options, absent }) => {
    const stated = fieldText(layer, field) || absent;
    const value =
      options === null
        ? `${groupDigits(asPercent(stated))} %`
        : translate(`waterfall.${field}_${stated}`, { _: translate(`method.${stated}`, { _: stated }) });
    return { label: translate(`waterfall.view_${field}`, { _: translate(`waterfall.field_${field}`) }), value };
  });
}

function bounds(layer: LayerRow, translate: Translate): { readonly label: string; readonly value: string }[] {
  const amountOf = (amount: string | null): string =>
    amount === null ? translate('waterfall.no_cap') : groupDigits(amount);
  const caps = layer.caps.map(({ asset, lossDrawnMax, periodDrawnMax }) =>
    translate('waterfall.cap_words', { asset, loss: amountOf(lossDrawnMax), period: amountOf(periodDrawnMax) }),
  );
  const rows = [
    {
      label: translate('waterfall.caps'),
      value: caps.length === 0 ? translate('waterfall.uncapped') : caps.join('; '),
    },
  ];
  const { periodSeconds } = layer;
  if (periodSeconds !== null)
    rows.push({ label: translate('waterfall.view_period'), value: formatDuration(periodSeconds) });
  if (layer.type === 'socialization' && layer.capacityMins.length > 0) {
    const least = layer.capacityMins.map(({ asset, amount }) => `${groupDigits(amount)} ${asset}`).join(', ');
    rows.push({ label: translate('waterfall.dust_amount'), value: least });
  }
  return rows;
}

interface ExemptionsProps {
  readonly exemptions: readonly { readonly name: string; readonly conditions: unknown }[];
  readonly pointer: string;
}

function Exemptions({ exemptions, pointer }: ExemptionsProps) {
  const translate = useTranslate();
  if (exemptions.length === 0) return null;
  return (
    <Box sx={{ mt: 1 }}>
      <Box sx={{ fontSize: '0.82rem', color: 'text.secondary' }}>{translate('waterfall.exemptions')}</Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
        {exemptions.map(({ name, conditions }, at) => (
          <li key={name}>
            <code>{name}</code>
            <Box sx={{ pl: 1.5 }}>
              <ConditionView
                node={conditionTree(conditions as Condition, `${pointer}/exemptions/${String(at)}/conditions`, {})}
              />
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
}
