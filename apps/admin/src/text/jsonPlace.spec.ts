import { expect, test } from 'vitest';
import { jsonPlace } from './jsonPlace.ts';

const text = `{
  "account": { "id": "a \\" } 1", "positions": [
    { "size": "1" },
    { "size": -2.5, "note": "]" }
  ] },
  "a/b": true
}`;

test.each([
  ['/account/id', '"a \\" } 1"', 2],
  ['/account/positions/1/size', '-2.5', 4],
  ['/account/positions/1', '{ "size": -2.5, "note": "]" }', 4],
  ['/a~1b', 'true', 6],
  // A place that is missing is told at the nearest that is there.
  ['/account/positions/1/entryPrice', '{ "size": -2.5, "note": "]" }', 4],
])('%s is %s on line %i', (pointer, value, line) => {
  const place = jsonPlace(text, pointer);
  expect(place?.line).toBe(line);
  expect(text.slice(place?.start, place?.end)).toBe(value);
});

test('a text that is not JSON has no places', () => {
  expect(jsonPlace('{ "account": [', '/account/0')).toBeNull();
  expect(jsonPlace('', '/account')).toBeNull();
});
