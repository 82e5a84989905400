/** One place of the compiler changed for the worse. */
export interface Mutant {
  readonly name: string;
  /** Under the sources of the core. */
  readonly file: string;
  /** What stands there, exactly once. */
  readonly find: string;
  readonly replace: string;
}

export const MUTANTS: readonly Mutant[] = [
  ...comparisons(),
  ...knowledge(),
  ...logic(),
  ...order(),
  ...slots(),
  ...decorators(),
  mutant(
    'a trace tells the opposite of each leaf',
    'program/trace-program',
    'to === told.whenTrue',
    'to !== told.whenTrue',
  ),
];

function comparisons(): Mutant[] {
  const [lessThan, orEqual] = [
    "case 'lessThan':\n      return emitBelow(",
    "case 'greaterThanInclusive':\n      return emitBelow(",
  ];
  return [
    mutant(
      '`lessThan` holds at the limit',
      'program/emit-leaf',
      `${lessThan}emitter, pair, whenTrue, whenFalse`,
      `${lessThan}emitter, mirrored(pair), whenFalse, whenTrue`,
    ),
    mutant(
      '`greaterThanInclusive` fails at the limit',
      'program/emit-leaf',
      `${orEqual}emitter, pair, whenFalse, whenTrue`,
      `${orEqual}emitter, mirrored(pair), whenTrue, whenFalse`,
    ),
    mutant(
      '`equal` looks at one side only',
      'program/emit-leaf',
      'return emitBelow(emitter, pair, whenFalse, notBelow);',
      'return notBelow;',
    ),
    mutant(
      '`notEqual` is `equal`',
      'program/emit-leaf',
      "emitRelation('equal', pair, whenFalse, whenTrue",
      "emitRelation('equal', pair, whenTrue, whenFalse",
    ),
    mutant(
      '`notIn` is `in`',
      'program/emit-leaf',
      'distinct(operand.values), whenFalse, whenTrue',
      'distinct(operand.values), whenTrue, whenFalse',
    ),
    mutant('a list is searched as it is written', 'program/emit-leaf', 'values.toSorted(compare)', '[...values]'),
    mutant(
      'decimals are compared as binary floats',
      'program/decide',
      "import { compare } from '../../num/index.ts';",
      "import { toFloat } from '../../num/index.ts';\nconst compare = (a, b) => Math.sign(toFloat(a) - toFloat(b));",
    ),
    mutant(
      'whole numbers are below at the limit',
      'program/decide',
      'if (observed < compared) at',
      'if (observed <= compared) at',
    ),
  ];
}

/** What answers are taken for known, so that a question is not asked again. */
function knowledge(): Mutant[] {
  return [
    mutant('what one way knows is known on every way', 'program/threaded', 'knownEitherWay(before, after)', 'after'),
    mutant(
      'an answer bounds the wrong side',
      'program/knowledge',
      'const isUpper = isSubjectLeft === answer',
      'const isUpper = isSubjectLeft',
    ),
    mutant('every bound is strict', 'program/knowledge', 'isStrict: answer }', 'isStrict: true }'),
    mutant('a bound excludes its own limit', 'program/knowledge', '(order === 0 && bound.isStrict)', 'order === 0'),
  ];
}

function logic(): Mutant[] {
  const call = 'emitCondition(part, ';
  return [
    mutant(
      '`not` is forgotten',
      'program/emit-condition',
      'whenFalse, whenTrue, emitter',
      'whenTrue, whenFalse, emitter',
    ),
    mutant('`all` asks on after a false part', 'program/emit-condition', `${call}next, whenFalse`, `${call}next, next`),
    mutant('`any` asks on after a true part', 'program/emit-condition', `${call}whenTrue, next`, `${call}next, next`),
    mutant(
      'every named condition is the last that is defined',
      'judge/bind',
      'Object.hasOwn(names.conditions, name) ? names.conditions[name] : undefined',
      'Object.values(names.conditions).at(-1)',
    ),
  ];
}

function order(): Mutant[] {
  return [
    mutant('priorities are ignored', 'program/compile', '.toSorted((a, b) => b.priority - a.priority)', ''),
    mutant(
      'the lowest priority is tried first',
      'program/compile',
      'b.priority - a.priority',
      'a.priority - b.priority',
    ),
    mutant(
      'a rule that is false ends the list',
      'program/compile',
      'entries[0] ?? rules.length, emitter',
      'rules.length, emitter',
    ),
    mutant(
      'a rule is told by the place where it is tried',
      'program/compile',
      'return { place, condition, start',
      'return { place: at, condition, start',
    ),
  ];
}

function slots(): Mutant[] {
  return [
    mutant(
      'a ratio is compared without its denominator',
      'program/slot-pair',
      'const compared = product(builder, key, below, limit, [below]);',
      'const compared = builder.decimalConstant(limit);',
    ),
    mutant(
      'two ratios are multiplied by the wrong denominators',
      'program/slot-pair',
      'times(fact, otherUnder)',
      'times(fact, under)',
    ),
    mutant(
      'questions about one fact share an answer',
      'program/slot-builder',
      "('question', leaf.key,",
      "('question', leaf.fact.name,",
    ),
    mutant(
      'a row remembers answers about the scope before',
      'program/row',
      'if (slots.questions.length > 0) numbers.fill(',
      'if (slots.questions.length < 0) numbers.fill(',
    ),
    mutant(
      'a row remembers decimals of the scope before',
      'program/row',
      'if (slots.decimals.length > 0) decimals.fill(',
      'if (slots.decimals.length < 0) decimals.fill(',
    ),
    mutant('a path ends at its first step', 'language/path', 'found = next;', 'return next;'),
  ];
}

function decorators(): Mutant[] {
  return [
    mutant(
      '`swap` leaves the relation as it was',
      'language/operator-form',
      'isSwapped ? MIRRORED[relation] : relation',
      'relation',
    ),
    mutant('`not` before `some` stays some', 'language/operator-form', 'isEvery !== isNegated', 'isEvery'),
    mutant('below some member is below the smallest', 'judge/comparison', 'isBelow === isEvery', 'isBelow'),
    mutant('every member is some member', 'judge/members-test', 'isHeld !== isEvery', 'isHeld'),
  ];
}

function mutant(name: string, file: string, find: string, replace: string): Mutant {
  return { name, file: `rules/${file}.ts`, find, replace };
}
