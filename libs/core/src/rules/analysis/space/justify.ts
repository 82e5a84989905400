import type { AccountSpace } from './account-space.ts';
import type { Budget } from '../budget.ts';
import type { Gates } from '../search/gates.ts';
import type { Literal } from '../search/solver.ts';

/** A statement to be decided next, so that in the end the given ones rest on statements about facts; null at the end. */
export function nextStatement(gates: Gates, statements: readonly Literal[], budget: Budget): Literal | null {
  const { values } = gates.solver;
  const seen = new Set<Literal>();
  const open = [...statements];
  for (let literal = open.pop(); literal !== undefined; literal = open.pop()) {
    if (seen.has(literal)) continue;
    seen.add(literal);
    budget.left -= 1;
    const parts = gates.parts.get(literal >> 1);
    if (parts === undefined) continue;
    if (literal % 2 === 0) {
      for (const part of parts) open.push(part);
      continue;
    }
    const broken = parts.find((part) => values[part] === -1);
    if (broken !== undefined) open.push(broken ^ 1);
    else {
      const candidate = parts.find((part) => values[part] === 0);
      if (candidate !== undefined) return candidate ^ 1;
    }
  }
  return null;
}

/** The statements about facts that the given ones rest on, as few and about as few facts as is easily found. */
export function justify(space: AccountSpace, statements: readonly Literal[], budget: Budget): Literal[] {
  const { parts: gateParts, solver } = space.gates;
  const seen = new Set<Literal>();
  const leaves: Literal[] = [];
  const facts = new Set<string>();
  const choices: (readonly Literal[])[] = [];
  const open = [...statements];
  for (;;) {
    const literal = open.pop() ?? chosen(choices, seen, (part) => newFacts(space, part, facts));
    if (literal === null) return leaves;
    if (seen.has(literal)) continue;
    seen.add(literal);
    budget.left -= 2;
    const parts = gateParts.get(literal >> 1);
    if (parts === undefined) {
      if (literal >> 1 > 0) leaves.push(literal);
      for (const fact of factsOf(space, literal)) facts.add(fact);
    } else if (literal % 2 === 0) {
      for (const part of parts) open.push(part);
    } else {
      budget.left -= parts.length;
      choices.push(parts.filter((part) => solver.values[part] === -1).map((part) => part ^ 1));
    }
  }
}

/** What to rest the next choice on: what is rested on already, else what speaks of the fewest facts not yet spoken of. */
function chosen(
  choices: (readonly Literal[])[],
  seen: ReadonlySet<Literal>,
  cost: (literal: Literal) => number,
): Literal | null {
  for (let choice = choices.pop(); choice !== undefined; choice = choices.pop()) {
    if (choice.some((literal) => seen.has(literal))) continue;
    let best: { literal: Literal; cost: number } | null = null;
    for (const literal of choice) {
      const own = cost(literal);
      if (best === null || own < best.cost) best = { literal, cost: own };
    }
    if (best !== null) return best.literal;
  }
  return null;
}

/** How many facts not yet spoken of a statement speaks of; one made of others counts as if it spoke of a few. */
function newFacts(space: AccountSpace, literal: Literal, facts: ReadonlySet<string>): number {
  if (space.gates.parts.has(literal >> 1)) return 3;
  return factsOf(space, literal).filter((fact) => !facts.has(fact)).length;
}

function factsOf({ numbers, texts }: AccountSpace, literal: Literal): string[] {
  const variable = literal >> 1;
  const number = numbers.get(variable);
  if (number !== undefined) return [...number.form.terms.keys()];
  const text = texts.get(variable);
  // What a question asks is a matter of its own: sets are many facts.
  return [text?.fact ?? `statement ${String(variable)}`];
}
