import { expect, test } from 'vitest';
import { replacedAt } from './replacedAt.ts';

const version = (
  number: number,
  effectiveFrom: string | null,
  status = 'superseded' as const,
  effectiveUntil: string | null = null,
) => ({
  version: number,
  effectiveFrom,
  effectiveUntil,
  status,
});

const DAY = (day: number): string => `2024-10-0${String(day)}T00:00:00Z`;

test('a version speaks until the next one takes effect, in time and not in number', () => {
  const versions = [version(3, DAY(2)), version(2, DAY(5)), version(1, DAY(1))];
  expect(versions.map((one) => replacedAt(one, versions))).toEqual([DAY(5), null, DAY(2)]);
});

test('or until its own end, whichever comes first', () => {
  const short = version(1, DAY(1), 'superseded', DAY(2));
  expect(replacedAt(short, [short, version(2, DAY(5))])).toBe(DAY(2));
});

test('one that is never in force replaces nothing', () => {
  const first = version(1, DAY(1));
  expect(replacedAt(first, [first, { ...version(2, DAY(3)), status: 'shadow' as const }])).toBeNull();
});
