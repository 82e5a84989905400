import { expect, test } from 'vitest';
import { readClock, readDay, readInstant, readLocalInstant, readZone } from './instants.ts';

test('an instant is read in UTC, seconds only where there are any', () => {
  expect(readInstant('2024-10-24T00:00:00Z')).toBe('24 Oct 2024, 00:00 UTC');
  expect(readInstant('2024-10-24T23:59:07.250Z')).toBe('24 Oct 2024, 23:59:07 UTC');
  expect(readInstant('soon')).toBe('soon');
});

test('a day is a day of the UTC calendar', () => {
  expect(readDay('2024-10-24T23:59:59Z')).toBe('24 Oct 2024');
});

test.each([
  ['Asia/Tokyo', '25 Oct 2024, 00:30', 'GMT+9'],
  ['America/New_York', '24 Oct 2024, 11:30', 'GMT-4'],
  ['UTC', '24 Oct 2024, 15:30', 'UTC'],
])('the same instant in %s is %s, %s', (zone, local, name) => {
  expect(readLocalInstant('2024-10-24T15:30:00Z', zone)).toBe(local);
  expect(readZone('2024-10-24T15:30:00Z', zone)).toBe(name);
});

test('seconds stay, and what is no instant stays as it is', () => {
  expect(readLocalInstant('2024-01-01T00:00:07Z', 'UTC')).toBe('01 Jan 2024, 00:00:07');
  expect(readLocalInstant('soon')).toBe('soon');
  expect(readZone('soon')).toBe('');
});

test.each([
  ['2024-10-24T15:30:07Z', '15:30'],
  ['2024-10-23T15:30:00Z', '23 Oct 2024, 15:30'],
  ['soon', 'soon'],
])('of %s the clock says %s: the day where it is another than today', (instant, clock) => {
  expect(readClock(instant, new Date('2024-10-24T23:00:00Z'), 'UTC')).toBe(clock);
});
