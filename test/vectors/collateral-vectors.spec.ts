import { describe, expect, it } from 'vitest';
import { collateralHaircut } from '@backstop/core/kinds/collateral-haircut';
import { collateralValue } from '@backstop/core/margin';
import { formatDecimal, multiply } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { compiled } from '../builders/compiled.ts';
import { readVectors, textIn } from './read-vectors.ts';

describe('published: collateral-weight', () => {
  const { documents, vectors } = readVectors('collateral-weight');

  it.each(vectors)('$id', ({ expected, given = {} }) => {
    const haircut = compiled(collateralHaircut, documents[textIn(given, 'haircut')]);
    const net = decimalOf(textIn(given, 'net'));
    const price = decimalOf(textIn(given, 'price'));
    const totalDeposits = 'totalDeposits' in given ? decimalOf(textIn(given, 'totalDeposits')) : null;
    const value = collateralValue({ haircut, net, price, precision: 18, totalDeposits });
    const weight = decimalOf(textIn(expected, 'asset_weight' in expected ? 'asset_weight' : 'liability_weight'));
    expect(value && formatDecimal(value)).toBe(formatDecimal(multiply(multiply(net, price), weight)));
  });
});
