import { expect, test } from 'vitest';
import type { Condition, LeafTrace } from '@backstop/core/rules';
import { conditionTree } from './conditionTree.ts';
import { decidingNodes } from './decidingNodes.ts';

const leaf: Condition = { fact: 'f', operator: 'lessThan', value: '1' };

function leavesOf(results: Readonly<Record<string, boolean | null>>): Map<string, LeafTrace> {
  return new Map(
    Object.entries(results).map(([pointer, result]) => [
      pointer,
      { pointer, fact: 'f', operator: 'lessThan', observed: null, compared: '1', result },
    ]),
  );
}

/** Pointers of the leaves that are lit. */
function lit(condition: Condition, results: Readonly<Record<string, boolean | null>>): string[] {
  const tree = conditionTree(condition, '', {});
  return [...decidingNodes(tree, leavesOf(results))]
    .filter(({ kind }) => kind === 'leaf')
    .map(({ pointer }) => pointer);
}

test.each([
  ['all true: every part', { all: [leaf, leaf] }, [true, true], [0, 1]],
  ['all false: the first false part', { all: [leaf, leaf, leaf] }, [true, false, false], [1]],
  ['all unknown: every unknown part', { all: [leaf, leaf, leaf] }, [null, true, null], [0, 2]],
  ['any true: the first true part', { any: [leaf, leaf, leaf] }, [null, true, true], [1]],
  ['any false: every part', { any: [leaf, leaf] }, [false, false], [0, 1]],
] as const)('%s', (_, condition, results, expected) => {
  const key = 'all' in condition ? 'all' : 'any';
  const seen = Object.fromEntries(results.map((result, at) => [`/${key}/${String(at)}`, result]));
  expect(lit(condition, seen)).toEqual(expected.map((at) => `/${key}/${String(at)}`));
});

test('not leads on to its part, and a part that was not looked at decides nothing', () => {
  expect(lit({ not: { any: [leaf, leaf] } }, { '/not/any/0': false, '/not/any/1': true })).toEqual(['/not/any/1']);
  expect(lit({ all: [leaf, leaf] }, { '/all/0': true })).toEqual([]);
});
