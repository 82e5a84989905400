import { expect, test } from 'vitest';
import { documentPointer } from './documentPointer.ts';

const document = {
  model: 'tiers',
  tiers: [
    { floor: '0', rate: '1' },
    { floor: '50', rate: '2' },
  ],
  rules: [
    { name: 'a/b, c', limit: 1 },
    { kind: 'x', path: '/y', caps: [{ asset: 'BTC' }] },
  ],
};

test.each([
  ['/tiers/floor=50/rate', '/tiers/1/rate'],
  ['/tiers/1/rate', '/tiers/1/rate'],
  ['/tiers/floor=70/rate', '/tiers'],
  ['/rules/name=a~1b, c', '/rules/0'],
  ['/rules/kind=x,path=~1y/caps/asset=BTC', '/rules/1/caps/0'],
  ['/model', '/model'],
  ['/model/deeper', '/model'],
  ['', ''],
])('the place %s is at %s', (pointer, place) => {
  expect(documentPointer(document, pointer)).toBe(place);
});

test('nothing is found in what is no document', () => {
  expect(documentPointer(null, '/tiers/0')).toBe('');
});
