import { z } from 'zod';
import { LIST_MAX, ruleName } from './fact.ts';
import { pathSchema } from './path.ts';

/** How many `all`, `any` and `not` may stand inside one another. */
export const DEPTH_MAX = 8;

export type Condition = AllOf | AnyOf | NotOf | NamedCondition | Leaf;

/** What a rule's conditions begin with: json-rules-engine refuses a bare leaf there, and so do we. */
export type RootCondition = AllOf | AnyOf | NotOf | NamedCondition;

export interface AllOf {
  readonly all: readonly Condition[];
}

export interface AnyOf {
  readonly any: readonly Condition[];
}

export interface NotOf {
  readonly not: Condition;
}

export interface NamedCondition {
  readonly condition: string;
}

/** A comparison of one fact, in the shape of json-rules-engine 7.3.1. */
export interface Leaf {
  readonly fact: string;
  /** The part of a structured fact: `$.a.b[0]`. */
  readonly path?: string;
  readonly operator: string;
  readonly value: LeafValue;
}

export type LeafValue = string | number | boolean | readonly (string | number)[] | FactReference;

export interface FactReference {
  readonly fact: string;
  readonly path?: string;
}

/** A reference to a fact, or to a part of one, in place of a value. */
export const factReferenceSchema = z
  .strictObject({
    fact: ruleName('Name of the fact.'),
    path: pathSchema.describe('The part of a structured fact that is meant, such as $.a.b[0].').optional(),
  })
  .transform(({ fact, path }): FactReference => (path === undefined ? { fact } : { fact, path }));

const literal = z.union([z.string().max(64), z.number()]);

const leafValue = z
  .union([literal, z.boolean(), z.array(literal).max(LIST_MAX), factReferenceSchema], {
    error: `must be a number, a text, true or false, a list of at most ${String(LIST_MAX)}, or {"fact": name}`,
  })
  .describe('What the fact is compared with: a number, a decimal text, a text, a list, or another fact.');

/** The parts that stand at every depth, each optional: which of them go together is said once, by `isOneForm`. */
const innermost = {
  condition: ruleName('Name of a condition that the document defines.').optional(),
  fact: ruleName('Fact to compare.').optional(),
  path: pathSchema.describe('The part of a structured fact that is compared, such as $.a.b[0].').optional(),
  operator: z.string().max(64).describe('How the fact is compared, such as lessThan.').optional(),
  value: leafValue.optional(),
};

const tooDeep = z.unknown().superRefine((value, context) => {
  if (value === undefined) return;
  const message = `stands deeper than the ${String(DEPTH_MAX)} levels that conditions may nest`;
  context.addIssue({ code: 'custom', message, params: { code: 'conditions_too_deep' } });
});

const FORMS = 'must be exactly one of `all`, `any`, `not`, `condition`, or `fact` with `operator` and `value`';
const ROOT_FORMS = 'must be exactly one of `all`, `any`, `not` or `condition`: a comparison stands inside one of them';

/**
 * One schema per depth rather than one that calls itself: a document that nests without end is then refused
 * before anything recurses into it.
 */
function conditionAtDepth(levelsBelow: number): z.ZodType<Condition> {
  const inner = levelsBelow === 0 ? null : conditionAtDepth(levelsBelow - 1);
  return nodeOver(inner)
    .superRefine((node, context) => {
      if (!isOneForm(node))
        context.addIssue({ code: 'custom', message: FORMS, params: { code: 'condition_form_invalid' } });
    })
    .transform((node) => stripped(node))
    .meta({ id: `conditionOver${String(levelsBelow)}` });
}

/** What a rule, an exit or a named condition holds. */
export const rootConditionSchema: z.ZodType<RootCondition> = nodeOver(conditionAtDepth(DEPTH_MAX - 1))
  .omit({ fact: true, path: true, operator: true, value: true })
  .superRefine((node, context) => {
    if (Object.values(node).filter((part) => part !== undefined).length !== 1) {
      context.addIssue({ code: 'custom', message: ROOT_FORMS, params: { code: 'condition_form_invalid' } });
    }
  })
  .transform((node) => stripped(node) as RootCondition)
  .meta({ id: 'rootCondition' });

function nodeOver(inner: z.ZodType<Condition> | null) {
  const list = inner === null ? tooDeep : z.array(inner).max(LIST_MAX);
  return z.strictObject({
    all: list.describe('True where every part is true.').optional(),
    any: list.describe('True where at least one part is true.').optional(),
    not: (inner ?? tooDeep).describe('True where the part is false.').optional(),
    ...innermost,
  });
}

type Node = z.output<ReturnType<typeof nodeOver>>;

function isOneForm(node: Node): boolean {
  const { fact, path, operator, value, ...forms } = node;
  const formCount = Object.values(forms).filter((part) => part !== undefined).length;
  const leafParts = [fact, operator, value].filter((part) => part !== undefined).length;
  return formCount === 0 ? leafParts === 3 : formCount === 1 && leafParts === 0 && path === undefined;
}

/** The node without its absent parts; what `isOneForm` let through is one of the forms. */
function stripped(node: Partial<Node>): Condition {
  return Object.fromEntries(Object.entries(node).filter(([, part]) => part !== undefined)) as unknown as Condition;
}
