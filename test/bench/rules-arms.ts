import { compile, decide, factDeclarationSchema, gather, NO_RULE, scopeCatalogue, trace } from '@backstop/core/rules';
import type { ListedRule, Names, ScopeFacts } from '@backstop/core/rules';
import { BLOCK, DECIMALS, rulesDocument, WHOLES } from './rules-document.ts';
import { engineOf, firstHit } from './rules-engine.ts';
import { factSets, plainFacts, scopeFacts } from './rules-facts.ts';
import { handWritten, handWrittenExact } from './rules-hand-written.ts';
import type { ExactFacts } from './rules-hand-written.ts';
import { jsonLogicOf } from './rules-json-logic.ts';

/** One way to decide a list of rules: the place of the first that hits for the fact set of that number, −1 for none. */
export interface Arm {
  readonly name: string;
  /** Whether it answers with a promise. */
  readonly isAwaited: boolean;
  readonly decide: (set: number) => number | Promise<number>;
}

const NAMES: Names = {
  facts: scopeCatalogue(
    Object.values(WHOLES).map((name: string) =>
      factDeclarationSchema.parse({ name, type: 'integer', unit: 'quote', meaning: 'For the bench.', source: 'bench' }),
    ),
  ),
  conditions: {},
};

/** Every arm for a list of `rules` rules on facts that are whole numbers, or exact decimals of two digits. */
export function armsOf(rules: number, digits: 0 | 2): Arm[] {
  const names = digits === 0 ? WHOLES : DECIMALS;
  const list = rulesDocument(rules, names);
  const sets = factSets(rules, digits);
  const scopes = sets.map((facts) => scopeFacts(facts, digits));
  const plain = sets.map((facts) => plainFacts(facts, digits));
  const named = plain.map((facts) => {
    return Object.fromEntries(Object.entries(facts).map(([key, value]) => [names[key as keyof typeof facts], value]));
  });
  const engine = engineOf(list);
  const logic = jsonLogicOf(list);
  const blocks = rules / BLOCK;
  const written =
    digits === 0
      ? (set: number) => handWritten(at(plain, set), blocks)
      : (set: number) => handWrittenExact(at(scopes, set) as ScopeFacts & ExactFacts, blocks);
  return [
    ...compiledArms(list, scopes),
    { name: 'hand-written', isAwaited: false, decide: written },
    { name: 'json-logic-engine, compiled', isAwaited: false, decide: (set) => logic(at(plain, set)) },
    { name: 'json-rules-engine, one engine', isAwaited: true, decide: (set) => firstHit(engine, at(named, set)) },
    {
      name: 'json-rules-engine, an engine a run',
      isAwaited: true,
      decide: (set) => firstHit(engineOf(list), at(named, set)),
    },
  ];
}

function compiledArms(list: readonly ListedRule[], scopes: readonly ScopeFacts[]): Arm[] {
  const program = compile(list, NAMES);
  const rows = scopes.map((facts) => gather(program, facts));
  const row = gather(program, at(scopes, 0));
  return [
    { name: 'decide', isAwaited: false, decide: (set) => placeOrNone(decide(program, at(rows, set))) },
    {
      name: 'gather and decide',
      isAwaited: false,
      decide: (set) => placeOrNone(decide(program, gather(program, at(scopes, set), row))),
    },
    {
      name: 'gather and trace',
      isAwaited: false,
      decide: (set) => trace(program, gather(program, at(scopes, set), row)).place ?? -1,
    },
  ];
}

function placeOrNone(decided: number): number {
  return decided === NO_RULE ? -1 : decided >> 1;
}

function at<Value>(values: readonly Value[], set: number): Value {
  return values[set] as Value;
}
