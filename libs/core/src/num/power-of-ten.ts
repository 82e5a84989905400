const CACHED = 128;
const powers: readonly bigint[] = Array.from({ length: CACHED }, (_, exponent) => 10n ** BigInt(exponent));

/** 10^exponent for a whole exponent ≥ 0. */
export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}
