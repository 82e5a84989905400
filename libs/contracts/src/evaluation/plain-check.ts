import type { z } from 'zod';

type Check = (value: unknown) => boolean;

/**
 * Whether a schema takes a value, made of what JSON is made of, as it is, told without building anything; several times
 * faster than the schema, which copies what it takes. `true` is certain. `false` says nothing: what is refused, and what this knows nothing of (unions,
 * formats, refinements, transformations), is for the schema to judge and to tell. Read off the schema itself, so that there
 * is one place where a form is written; a law holds the two against each other.
 */
export function plainCheck<Value>(schema: z.ZodType<Value, Value>): (value: unknown) => value is Value {
  const check = checkOf(schema);
  return (value): value is Value => check(value);
}

const UNKNOWN: Check = () => false;

function checkOf(schema: z.core.$ZodType): Check {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'object':
      return objectCheck(def);
    case 'record':
      return recordCheck(def);
    case 'array':
      return both(lengthCheck(def.checks), listCheck(checkOf(def.element)));
    case 'string':
      return def.coerce === true || 'format' in def ? UNKNOWN : textCheck(def.checks);
    case 'enum':
      return isRefined(def) ? UNKNOWN : memberCheck(Object.values(def.entries));
    case 'boolean':
      return def.coerce === true || isRefined(def) ? UNKNOWN : (value) => typeof value === 'boolean';
    case 'optional':
      return isRefined(def) ? UNKNOWN : optionalCheck(checkOf(def.innerType));
    default:
      return UNKNOWN;
  }
}

function objectCheck(def: z.core.$ZodObjectDef): Check {
  const { catchall } = def;
  if (isRefined(def) || catchall?._zod.def.type !== 'never') return UNKNOWN;
  const fields = new Map(
    Object.entries(def.shape).map(([name, field]) => {
      return [name, { check: checkOf(field), isRequired: field._zod.def.type !== 'optional' }];
    }),
  );
  const requiredCount = [...fields.values()].filter(({ isRequired }) => isRequired).length;
  return (value) => {
    if (!isPlainObject(value)) return false;
    let missing = requiredCount;
    for (const name in value) {
      const field = fields.get(name);
      if (field?.check(value[name]) !== true) return false;
      if (field.isRequired) missing -= 1;
    }
    return missing === 0;
  };
}

function recordCheck(def: z.core.$ZodRecordDef): Check {
  // A record over an enum asks for every name of it.
  const isOfAnyName = def.keyType._zod.def.type === 'string' && def.mode !== 'loose' && def.partial !== true;
  if (isRefined(def) || !isOfAnyName) return UNKNOWN;
  const [isName, isValue] = [checkOf(def.keyType), checkOf(def.valueType)];
  return (value) => {
    if (!isPlainObject(value)) return false;
    // The schema drops a field called `__proto__` without a word.
    for (const name in value) if (name === '__proto__' || !isName(name) || !isValue(value[name])) return false;
    return true;
  };
}

function listCheck(isElement: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return false;
    // Not `every`, which passes over the holes of a sparse list.
    for (const element of value) if (!isElement(element)) return false;
    return true;
  };
}

function memberCheck(values: readonly unknown[]): Check {
  const members = new Set(values);
  return (value) => members.has(value);
}

function optionalCheck(isInner: Check): Check {
  return (value) => value === undefined || isInner(value);
}

type Checks = readonly z.core.$ZodCheck[] | undefined;

function lengthCheck(checks: Checks = []): Check {
  return checks.reduce<Check>((before, { _zod: { def } }) => both(before, bound(def)), Array.isArray);
}

function textCheck(checks: Checks = []): Check {
  return checks.reduce<Check>((before, { _zod: { def } }) => both(before, pattern(def) ?? bound(def)), isText);
}

/** What a check of a length asks; nothing passes a check that is none. */
function bound(written: z.core.$ZodCheckDef): Check {
  const def = written as z.core.$ZodChecks['_zod']['def'];
  if (def.check === 'max_length') return (value) => lengthOf(value) <= def.maximum;
  if (def.check === 'min_length') return (value) => lengthOf(value) >= def.minimum;
  return UNKNOWN;
}

function pattern(written: z.core.$ZodCheckDef): Check | null {
  const def = written as z.core.$ZodChecks['_zod']['def'];
  if (def.check !== 'string_format' || def.format !== 'regex') return null;
  const regex = def.pattern;
  // A regex that remembers where it was would give one text two answers.
  if (regex === undefined || regex.global || regex.sticky) return UNKNOWN;
  return (value) => regex.test(value as string);
}

function both(first: Check, second: Check): Check {
  return (value) => first(value) && second(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function lengthOf(value: unknown): number {
  return (value as string | readonly unknown[]).length;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isRefined({ checks = [] }: z.core.$ZodTypeDef): boolean {
  return checks.length > 0;
}
