import { isNoMove, readMove } from './readMove.ts';

/** A uniform move of all marks in words: `-0.1` → `marks −10 %`. */
export function readShock(
  share: string,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  return isNoMove(share) ? translate('impact.no_shock') : translate('impact.shock_value', { move: readMove(share) });
}
