import { expect, test } from 'vitest';
import { byInstant } from './byInstant.ts';

const version = (policy: string, effectiveFrom: string) => ({
  policy,
  version: 1,
  kind: 'margin-tiers',
  title: policy,
  effectiveFrom,
  digest: '',
});

test('versions that took effect together stand together, the latest first', () => {
  const groups = byInstant([
    version('a', '2024-10-24T00:00:00Z'),
    version('b', '2024-10-24T12:00:00Z'),
    version('c', '2024-10-24T00:00:00Z'),
  ]);
  expect(groups.map(({ effectiveFrom, versions }) => [effectiveFrom, versions.map(({ policy }) => policy)])).toEqual([
    ['2024-10-24T12:00:00Z', ['b']],
    ['2024-10-24T00:00:00Z', ['a', 'c']],
  ]);
});
