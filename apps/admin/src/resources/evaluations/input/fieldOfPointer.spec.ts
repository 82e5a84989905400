import { expect, test } from 'vitest';
import { draftOf } from './draftOf.ts';
import { fieldOfPointer } from './fieldOfPointer.ts';

const draft = draftOf({
  account: { id: 'a', collateral: [], positions: [] },
  market: { contracts: { BTCUSDT: { markPrice: '1' }, 'A/B': { markPrice: '1' } }, assets: { USDT: { price: '1' } } },
});

test.each([
  ['/account/id', 'id'],
  ['/account/tags/2', 'tags'],
  ['/account/collateral/0/balance', 'collateral.0.balance'],
  ['/account/positions/1/size', 'positions.1.size'],
  ['/account/positions/1', 'positions.1.contract'],
  ['/account/positions/1/unknownField', 'positions.1.contract'],
  ['/account/openOrders/0/price', 'openOrders.0.price'],
  ['/market/asOf', 'asOf'],
  ['/market/contracts/BTCUSDT/markPrice', 'contracts.0.markPrice'],
  ['/market/contracts/A~1B', 'contracts.1.contract'],
  ['/market/assets/USDT/price', 'assets.0.price'],
  ['/market/contracts/ETHUSDT/markPrice', null],
  ['/account/facts/region', null],
  ['', null],
])('%s is the field %s', (pointer, field) => {
  expect(draft).not.toBeNull();
  if (draft !== null) expect(fieldOfPointer(pointer, draft)).toBe(field);
});
