import type { Tone } from '../layout/palette.ts';

/** Color of the zones that the house names; a venue's own zones stay neutral unless their actions liquidate. */
const TONES: Readonly<Record<string, Tone>> = {
  healthy: 'healthy',
  warning: 'caution',
  'margin-call': 'caution',
  'reduce-only': 'caution',
  'partial-liquidation': 'danger',
  liquidation: 'danger',
  takeover: 'grave',
  deficit: 'grave',
};

/** Actions that close positions: a zone with one of them is a liquidating zone, whatever its name. */
const LIQUIDATING: ReadonlySet<string> = new Set(['plan-liquidation', 'takeover']);

/** How serious a zone is; null = indeterminate. */
export function zoneTone(zone: string | null, actions: readonly { readonly type: string }[] = []): Tone {
  if (zone === null) return 'unknown';
  const named = TONES[zone];
  if (named !== undefined) return named;
  return actions.some(({ type }) => LIQUIDATING.has(type)) ? 'danger' : 'neutral';
}
