import { describe, expect, it } from 'vitest';
import { filterOf, soughtOf } from './decisionFilter.ts';

const filter = (search: string) => {
  const params = new URLSearchParams(search);
  const asked = filterOf(soughtOf((name) => params.get(name)));
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '' && value !== undefined));
};

describe('what is sought, by the names of the API', () => {
  it.each([
    ['', {}],
    ['type=loss&outcome=covered&account=a-1', { type: 'loss', outcome: 'covered', account: 'a-1' }],
    ['policy=margin-tiers.BTCUSDT', { policy: 'margin-tiers.BTCUSDT' }],
    ['policy=margin-tiers.BTCUSDT%403', { policy: 'margin-tiers.BTCUSDT', version: '3' }],
    ['from=2026-11-23', { from: '2026-11-23T00:00:00Z' }],
    ['to=2024-02-28', { to: '2024-02-29T00:00:00.000Z' }],
    ['to=2026-12-31', { to: '2027-01-01T00:00:00.000Z' }],
    ['to=never', { to: 'never' }],
    ['page=3', {}],
  ])('%s', (search, asked) => {
    expect(filter(search)).toEqual(asked);
  });
});
