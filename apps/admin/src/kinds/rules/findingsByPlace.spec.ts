import { expect, test } from 'vitest';
import type { AnalysisFinding } from '@backstop/contracts';
import { findingsByPlace } from './findingsByPlace.ts';

function finding(code: string, ...pointers: string[]): AnalysisFinding {
  return { code, level: 'warning', answer: 'found', pointers, sentence: code, reason: null, witness: null };
}

test('a warning stands at every row that it points into, told whole at the first', () => {
  const placed = findingsByPlace([
    finding('overlap', '/rules/2/conditions/all/0', '/rules/2', '/rules/0'),
    finding('unreachable_rule', '/rules/0'),
    finding('redundant_rule', '/exits/1/conditions'),
  ]);
  const read = (place: string) => placed.get(place)?.map((one) => [one.finding.code, one.isFirst]);
  expect(read('rules/2')).toEqual([['overlap', true]]);
  expect(read('rules/0')).toEqual([
    ['overlap', false],
    ['unreachable_rule', true],
  ]);
  expect(read('exits/1')).toEqual([['redundant_rule', true]]);
});

test.each([['/rules'], [''], ['/conditions/thin/any/0'], ['/rulesets/0']])('%s leads into no row', (pointer) => {
  expect([...findingsByPlace([finding('gap', pointer)]).keys()]).toEqual(['']);
});

test('what points nowhere is not lost', () => {
  expect(findingsByPlace([finding('gap')]).get('')).toHaveLength(1);
});

test('what is no warning stands at the first row only', () => {
  const information = { ...finding('overlap', '/rules/2', '/rules/0'), level: 'information' } as const;
  const unknown = { ...finding('unreachable_rule', '/rules/2', '/rules/1'), answer: 'unknown' } as const;
  expect([...findingsByPlace([information, unknown]).keys()]).toEqual(['rules/2']);
});
