import { InvariantError } from '../num/index.ts';
import { factName, isNumeric } from '../rules/index.ts';
import type { Condition, FactCatalogue, LeafTrace, Names } from '../rules/index.ts';
import { fractionOf, fractionText, isFraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { placedLeaves } from './placed-leaves.ts';

/** What json-rules-engine left in a condition of a rule result. */
interface EngineNode {
  readonly all?: readonly EngineNode[];
  readonly any?: readonly EngineNode[];
  readonly not?: EngineNode;
  readonly factResult?: unknown;
  readonly valueResult?: unknown;
  readonly result?: unknown;
}

/** Decimals of a ratio in a trace: it is floored there, and decided without dividing. */
const RATIO_DECIMALS = 8;

/**
 * What each leaf saw under json-rules-engine, by the pointer of the document and in the texts of our own trace.
 *
 * The engine puts a named condition in the place of its reference and forgets the name, so that both trees have the
 * same leaves from left to right, and the document knows where each is defined.
 */
export function engineLeaves(
  condition: Condition,
  judged: unknown,
  pointer: string,
  names: Names,
): ReadonlyMap<string, LeafTrace> {
  const placed = placedLeaves(condition, pointer, names);
  const nodes = leafNodes(judged as EngineNode);
  if (placed.length !== nodes.length) throw new InvariantError('json-rules-engine judged other leaves than were given');
  return new Map(
    placed.map(({ pointer: at, leaf }, index) => {
      const { factResult, valueResult, result } = nodes[index] ?? {};
      const { operator, value } = leaf;
      const fact = factName(leaf);
      const compared = typeof value === 'object' && 'fact' in value ? factName(value) : fact;
      const trace: LeafTrace = {
        pointer: at,
        fact,
        operator,
        observed: textOf(factResult, fact, names.facts),
        compared: textOf(valueResult, compared, names.facts),
        result: typeof result === 'boolean' ? result : null,
      };
      return [at, trace];
    }),
  );
}

function leafNodes(node: EngineNode): EngineNode[] {
  const parts = node.all ?? node.any ?? (node.not === undefined ? null : [node.not]);
  return parts === null ? [node] : parts.flatMap(leafNodes);
}

/** A value as our traces write it: numbers in canonical form, lists with commas. `name` is the fact that types it. */
function textOf(value: unknown, name: string, catalogue: FactCatalogue): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map((member) => textOf(member, name, catalogue) ?? '').join(', ');
  const fact = catalogue.get(name);
  const isNumber = fact !== undefined && isNumeric(fact);
  if (isFraction(value)) return numberText(value, fact?.numerator !== null);
  if (isNumber && (typeof value === 'string' || typeof value === 'number')) return numberText(fractionOf(value), false);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function numberText(value: Fraction, isRatio: boolean): string {
  // A number that was read is a whole number over a power of ten, which has one digit less than it has decimals.
  return fractionText(value, isRatio ? RATIO_DECIMALS : value.under.toString().length - 1);
}
