import { expect, test } from 'vitest';
import { packed, unpacked } from './sharedAccount.ts';

test('what is packed is unpacked again, in the alphabet of addresses', async () => {
  const text = JSON.stringify({
    account: { id: 'ä-1', positions: Array.from({ length: 50 }, (_, n) => ({ size: String(n) })) },
  });
  const link = await packed(text);
  expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(link.length).toBeLessThan(text.length);
  expect(await unpacked(link)).toBe(text);
});

test('anything else is no account', async () => {
  expect(await unpacked('!!!')).toBeNull();
  expect(await unpacked('AAAA')).toBeNull();
});
