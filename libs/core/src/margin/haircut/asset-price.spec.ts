import { expect, it } from 'vitest';
import { formatDecimal, parseDecimal } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { assetPrice } from './asset-price.ts';

type Source = 'index' | 'redemption' | 'lowest';

it.each<[string, Source, string | null, string | null, string | null, string | null]>([
  ['index', 'index', null, '0.99', '1', '0.99'],
  ['redemption', 'redemption', null, '0.99', '1', '1'],
  ['lowest: index < redemption', 'lowest', null, '0.99', '1', '0.99'],
  ['lowest: index > redemption', 'lowest', null, '1.01', '1', '1'],
  ['index missing', 'index', null, null, '1', null],
  ['redemption missing', 'redemption', null, '0.99', null, null],
  ['lowest, one of both missing', 'lowest', null, '0.99', null, null],
  ['price < floor', 'index', '0.98', '0.5', null, '0.98'],
  ['price = floor', 'index', '0.98', '0.98', null, '0.98'],
  ['price > floor', 'index', '0.98', '0.99', null, '0.99'],
  ['a floor does not stand in for a missing price', 'index', '0.98', null, null, null],
])('%s', (_, source, floor, index, redemption, expected) => {
  const haircut = { priceRule: { source, floorPrice: read(floor) } };
  const market = { price: read(index), redemptionPrice: read(redemption), priceAt: null, totalDeposits: null };
  const price = assetPrice(haircut, market);
  expect(price && formatDecimal(price)).toBe(expected);
});

function read(text: string | null): Decimal | null {
  return text === null ? null : parseDecimal(text);
}
