const CACHED = 128;
const powers: readonly bigint[] = Array.from({ length: CACHED }, (_, exponent) => 10n ** BigInt(exponent));

/** 10^exponent for a whole exponent ≥ 0. */
export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

const smallPowers: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * coefficient · 10^exponent in machine arithmetic; NaN where that is no safe integer, so that every comparison
 * with it fails and the caller takes the long way. A rounded product is itself no safe integer, so what is, is exact.
 */
export function lifted(coefficient: number, exponent: number): number {
  const product = coefficient * (smallPowers[exponent] ?? Number.NaN);
  return product <= Number.MAX_SAFE_INTEGER && product >= -Number.MAX_SAFE_INTEGER ? product : Number.NaN;
}
