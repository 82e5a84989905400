import { expect, test } from 'vitest';
import type { ChangeResource } from '@backstop/contracts';
import { problemPlace } from './problemPlace.ts';

const entry = { policy: 'margin-tiers.BTCUSDT' } as ChangeResource['entries'][number];
const change = { id: 'c1', entries: [entry] };

test.each([
  ['a document of the change', 'x', '/margin-tiers.BTCUSDT/document/tiers/0', '/changes/c1?at=%2Fmargin-tiers.BTCUSDT'],
  ['a policy of the change', 'x', '/margin-tiers.BTCUSDT', '/changes/c1?at=%2Fmargin-tiers.BTCUSDT'],
  ['a policy beside it', 'x', '/valuation.default/document/a', '/policies/valuation.default/show'],
  ['its notice', 'change_notice_must_be_kept', '', '/changes/c1?at=%2FeffectiveFrom'],
  ['its reason', 'change_must_have_reason', '', '/changes/c1?at=%2Freason'],
])('what stands against %s leads to where it is mended', (_, code, pointer, address) => {
  expect(problemPlace(change, { code, pointer })?.startsWith(address)).toBe(true);
});

test('what is about no place of the console leads nowhere', () => {
  expect(problemPlace(change, { code: 'x', pointer: '/liquidation-trigger' })).toBeNull();
  expect(problemPlace(change, { code: 'change_must_be_draft', pointer: '' })).toBeNull();
});
