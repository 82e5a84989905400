import { expect, test } from 'vitest';
import { zoneShares } from './zoneShares.ts';

test('the gravest zone comes first, whatever it is called, and shares are of the whole book', () => {
  const shares = zoneShares({
    scopes: 10,
    zones: [
      { zone: 'healthy', actions: [], scopes: 6 },
      { zone: 'venue-red', actions: ['plan-liquidation'], scopes: 2 },
      { zone: null, actions: [], scopes: 1 },
      { zone: 'deficit', actions: [], scopes: 1 },
    ],
  });
  expect(shares.map(({ zone, share }) => [zone, share])).toEqual([
    ['deficit', 0.1],
    ['venue-red', 0.2],
    [null, 0.1],
    ['healthy', 0.6],
  ]);
});
