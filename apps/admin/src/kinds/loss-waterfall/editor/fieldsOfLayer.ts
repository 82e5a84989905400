import { ADL_SCORES, ALLOCATION_METHODS } from '@backstop/core/waterfall';
import { fieldText, type RawLayer } from './waterfallLayers.ts';

/** A field of a layer beside its caps: a choice where it has options, else a fraction that is typed. */
export interface LayerField {
  readonly field: string;
  readonly options: readonly string[] | null;
  /** What holds where it is not stated. */
  readonly absent: string;
}

const CAPACITIES = ['positive-pnl', 'account-value'] as const;

const choice = (field: string, options: readonly string[], absent = options[0] ?? ''): LayerField => ({
  field,
  options,
  absent,
});
const share = (field: string): LayerField => ({ field, options: null, absent: '1' });

/** What a layer can be told, beside its caps: only what its method looks at. */
export function fieldsOfLayer(layer: RawLayer): readonly LayerField[] {
  const type = fieldText(layer, 'type');
  if (type === 'adl') {
    return [
      choice('score', ADL_SCORES),
      choice('closeAt', ['bankruptcy', 'mark']),
      choice('opens', ['always', 'fund-switch']),
      share('positionShareMax'),
      share('roundShareMax'),
    ];
  }
  if (type !== 'socialization') return [];
  const method = fieldText(layer, 'method');
  return [
    choice('method', ALLOCATION_METHODS, ''),
    choice('capacity', CAPACITIES),
    ...(method === 'min-max' || method === 'risk-weighted' ? [choice('base', [...CAPACITIES, 'open-interest'])] : []),
    ...(method === 'queue' ? [choice('score', ADL_SCORES)] : []),
    ...(method === 'risk-weighted' ? [choice('riskExponent', ['0', '1', '2', '3', '4'], '1')] : []),
    share('capRate'),
  ];
}
