import fc from 'fast-check';

const SAFE_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** Coefficients up to a size, of each kind that is calculated differently: small, at the edge of the safe integers, large. */
export function coefficientsUpTo(size: bigint): fc.Arbitrary<bigint> {
  const near = (edge: bigint) => fc.bigInt({ min: edge - 20n, max: edge + 20n });
  return fc.oneof(
    fc.bigInt({ min: -size, max: size }),
    fc.bigInt({ min: -100_000n, max: 100_000n }),
    fc.bigInt({ min: -SAFE_MAX, max: SAFE_MAX }),
    near(SAFE_MAX),
    near(-SAFE_MAX),
    // Products and lifts of these land on both sides of the edge.
    near(94_906_265n),
    fc.nat(14).chain((exponent) => near(10n ** BigInt(exponent + 1))),
  );
}
