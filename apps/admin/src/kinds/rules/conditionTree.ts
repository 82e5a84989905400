import type { Condition, LeafTrace, LeafValue } from '@backstop/core/rules';

/** A condition as it is drawn; `pointer` is where it stands in the policy's document. */
export type TreeNode =
  | { readonly kind: 'all' | 'any' | 'not'; readonly pointer: string; readonly parts: readonly TreeNode[] }
  | { readonly kind: 'named'; readonly pointer: string; readonly name: string; readonly parts: readonly TreeNode[] }
  | {
      readonly kind: 'leaf';
      readonly pointer: string;
      readonly fact: string;
      /** Where in a structured fact the value is read, such as `$.limits[0]`; null = the fact itself. */
      readonly path: string | null;
      readonly operator: string;
      readonly value: LeafValue;
    };

export type LeafNode = Extract<TreeNode, { kind: 'leaf' }>;

type Named = Readonly<Record<string, Condition>>;

/** The tree of a condition at a pointer; a condition named is drawn where it is used. */
export function conditionTree(condition: Condition, pointer: string, named: Named): TreeNode {
  if ('all' in condition || 'any' in condition) {
    const kind = 'all' in condition ? 'all' : 'any';
    const parts = 'all' in condition ? condition.all : condition.any;
    return {
      kind,
      pointer,
      parts: parts.map((part, index) => conditionTree(part, `${pointer}/${kind}/${String(index)}`, named)),
    };
  }
  if ('not' in condition)
    return { kind: 'not', pointer, parts: [conditionTree(condition.not, `${pointer}/not`, named)] };
  if ('condition' in condition) return namedTree(condition.condition, pointer, named);
  const { fact, operator, value, path = null } = condition;
  return { kind: 'leaf', pointer, fact, path, operator, value };
}

function namedTree(name: string, pointer: string, named: Named): TreeNode {
  const condition = named[name];
  // Cycles are refused at submission; taking the name away keeps a stored one from drawing for ever all the same.
  const rest = Object.fromEntries(Object.entries(named).filter(([other]) => other !== name));
  return {
    kind: 'named',
    pointer,
    name,
    parts: condition === undefined ? [] : [conditionTree(condition, `/conditions/${name}`, rest)],
  };
}

/** true, false, null where it could not be judged, undefined where it was not looked at. */
export type Seen = boolean | null | undefined;

/** What a node came out as, from what its leaves saw, in strong Kleene logic. */
export function seenOf(node: TreeNode, leaves: ReadonlyMap<string, LeafTrace>): Seen {
  if (node.kind === 'leaf') return leaves.get(node.pointer)?.result;
  const parts = node.parts.map((part) => seenOf(part, leaves));
  if (node.kind === 'named') return parts[0];
  if (node.kind === 'not') return parts[0] === null || parts[0] === undefined ? parts[0] : !parts[0];
  const decisive = node.kind === 'any';
  if (parts.includes(decisive)) return decisive;
  if (parts.includes(undefined)) return undefined;
  return parts.includes(null) ? null : !decisive;
}
