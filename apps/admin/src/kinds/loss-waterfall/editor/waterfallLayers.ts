import { isRecord } from '../../../text/isRecord.ts';

/** Every type of layer there is, in the order in which it is usually asked. */
export const LAYER_TYPES = [
  'account-residual',
  'fee-buffer',
  'insurance-fund',
  'treasury',
  'adl',
  'socialization',
] as const;

/** A layer as the text has it, however wrong. */
export type RawLayer = Readonly<Record<string, unknown>>;

/** The layers of a document; null where it has none that could be shown as cards. */
export function layersOf(document: Readonly<Record<string, unknown>>): readonly RawLayer[] | null {
  const layers = document['layers'];
  return Array.isArray(layers) && layers.every(isRecord) ? layers : null;
}

/** A further layer with what has no default. */
export function newLayer(type: string): RawLayer {
  return type === 'socialization' ? { type, method: 'pro-rata' } : { type };
}

/** What a field holds as text; empty where it is null or absent. */
export function fieldText(row: RawLayer, field: string): string {
  const value = row[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The rows of caps of a layer, by asset. */
export function capsOf(layer: RawLayer): readonly RawLayer[] {
  const caps = layer['caps'];
  return Array.isArray(caps) ? caps.filter(isRecord) : [];
}
