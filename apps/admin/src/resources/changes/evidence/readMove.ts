import { asPercent, groupDigits } from '../../../text/figures.ts';

/** A uniform move of marks in percent, without the sign for it: `-0.1` → `−10`, `0.25` → `+25`. */
export function readMove(share: string): string {
  const percent = groupDigits(asPercent(share));
  return isNoMove(share) || share.startsWith('-') ? percent : `+${percent}`;
}

export function isNoMove(share: string): boolean {
  return /^-?0(?:\.0+)?$/.test(share);
}
