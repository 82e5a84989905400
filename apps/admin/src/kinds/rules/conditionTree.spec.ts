import { expect, test } from 'vitest';
import type { Condition, LeafTrace } from '@backstop/core/rules';
import { conditionTree, seenOf } from './conditionTree.ts';

const leaf = (fact: string): Condition => ({ fact, operator: 'lessThan', value: '1' });

function leavesOf(results: Readonly<Record<string, boolean | null>>): Map<string, LeafTrace> {
  return new Map(
    Object.entries(results).map(([pointer, result]) => [
      pointer,
      { pointer, fact: 'f', operator: 'lessThan', observed: null, compared: '1', result },
    ]),
  );
}

test('every node knows where it stands in the document, a named condition where it is defined', () => {
  const tree = conditionTree({ all: [leaf('a'), { condition: 'thin' }] }, '/rules/0/conditions', {
    thin: { any: [leaf('b')] },
  });
  expect(tree).toMatchObject({
    kind: 'all',
    parts: [
      { kind: 'leaf', pointer: '/rules/0/conditions/all/0' },
      {
        kind: 'named',
        name: 'thin',
        parts: [{ kind: 'any', pointer: '/conditions/thin', parts: [{ pointer: '/conditions/thin/any/0' }] }],
      },
    ],
  });
});

test('a condition that names itself is drawn once', () => {
  const tree = conditionTree({ condition: 'loop' }, '/rules/0/conditions', { loop: { not: { condition: 'loop' } } });
  expect(tree).toMatchObject({ parts: [{ kind: 'not', parts: [{ kind: 'named', name: 'loop', parts: [] }] }] });
});

test.each([
  ['all', [true, true], true],
  ['all', [true, false], false],
  ['all', [null, false], false],
  ['all', [null, true], null],
  ['any', [false, false], false],
  ['any', [null, true], true],
  ['any', [null, false], null],
] as const)('%s of %j is %s', (kind, results, expected) => {
  const parts = [leaf('a'), leaf('b')];
  const condition: Condition = kind === 'all' ? { all: parts } : { any: parts };
  const seen = leavesOf({ [`/c/${kind}/0`]: results[0], [`/c/${kind}/1`]: results[1] });
  expect(seenOf(conditionTree(condition, '/c', {}), seen)).toBe(expected);
});

test('not turns true and false round and leaves the unknown alone', () => {
  const tree = conditionTree({ not: leaf('a') }, '/c', {});
  expect(seenOf(tree, leavesOf({ '/c/not': true }))).toBe(false);
  expect(seenOf(tree, leavesOf({ '/c/not': null }))).toBe(null);
  expect(seenOf(tree, leavesOf({}))).toBe(undefined);
});
