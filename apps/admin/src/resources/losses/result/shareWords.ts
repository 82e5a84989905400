/** A share of the deficit for the eye, to a tenth of a percent; what is little or nearly all is never shown as none or all. */
export function shareWords(share: number): string {
  if (share <= 0) return '0 %';
  if (share >= 1) return '100 %';
  if (share < 0.001) return '< 0.1 %';
  if (share > 0.999) return '> 99.9 %';
  return `${String(Math.round(share * 1000) / 10)} %`;
}
