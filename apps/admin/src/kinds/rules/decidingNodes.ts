import type { LeafTrace } from '@backstop/core/rules';
import { seenOf, type TreeNode } from './conditionTree.ts';

/**
 * The nodes that made a condition what it is, from its root down to leaves, as the core tells them in its sentences: of
 * an `all` that is false the first false part, of an `any` that is true the first true part, otherwise every part that
 * came out as the whole did.
 */
export function decidingNodes(tree: TreeNode, leaves: ReadonlyMap<string, LeafTrace>): ReadonlySet<TreeNode> {
  const deciding = new Set<TreeNode>();
  const light = (node: TreeNode): void => {
    deciding.add(node);
    if (node.kind !== 'leaf') decidingParts(node, leaves).forEach(light);
  };
  light(tree);
  return deciding;
}

function decidingParts(
  node: Exclude<TreeNode, { kind: 'leaf' }>,
  leaves: ReadonlyMap<string, LeafTrace>,
): readonly TreeNode[] {
  if (node.kind === 'not' || node.kind === 'named') return node.parts;
  const whole = seenOf(node, leaves);
  if (whole === undefined) return [];
  const parts = node.parts.filter((part) => seenOf(part, leaves) === whole);
  const isSettledByOne = whole === (node.kind === 'any');
  return isSettledByOne ? parts.slice(0, 1) : parts;
}
