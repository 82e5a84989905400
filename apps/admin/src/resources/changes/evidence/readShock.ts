import { asPercent, groupDigits } from '../../../text/figures.ts';

/** A uniform move of all marks in words: `-0.1` → `marks −10 %`. */
export function readShock(
  share: string,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  if (/^-?0(?:\.0+)?$/.test(share)) return translate('impact.no_shock');
  const percent = groupDigits(asPercent(share));
  return translate('impact.shock_value', { move: share.startsWith('-') ? percent : `+${percent}` });
}
