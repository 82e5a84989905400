import { z } from 'zod';
import { fraction, name } from '../../policy/index.ts';
import {
  canonicalCaseFacts,
  canonicalConditions,
  caseFactsSchema,
  eventParametersSchema,
  factDeclarationSchema,
  LIST_MAX,
  NAME_PATTERN,
  rootConditionSchema,
  ruleName,
  scopeCatalogue,
} from '../../rules/index.ts';
import type { FactCatalogue, RootCondition } from '../../rules/index.ts';
import { formatInstant, parseInstant } from '../../venue/index.ts';

/** Most rules in one trigger. */
const RULES_MAX = 200;

/** Most exits of one trigger. */
const EXITS_MAX = 64;

/** What may be done about a scope in a zone. */
const ACTION_TYPES = [
  'notify',
  'block-new-risk',
  'block-withdrawals',
  'cancel-orders',
  'plan-liquidation',
  'takeover',
  'hold',
] as const;

const ZONE_PATTERN = /^[a-z][a-z0-9-]{0,63}$/;

const zone = z
  .string()
  .regex(ZONE_PATTERN, 'must be 1 to 64 small letters, digits or - and start with a letter')
  .describe('Name of the zone, such as margin-call.');

const action = z.strictObject({
  type: z.enum(ACTION_TYPES).describe('What is to be done.'),
  params: eventParametersSchema
    .default({})
    .describe('Passed on to whoever acts; in place of {"fact": name} the value of the fact, null where it is unknown.'),
});

const rule = z.strictObject({
  name: ruleName('Name of the rule; its identity across versions.'),
  priority: z
    .int()
    .min(1)
    .max(1000)
    .default(1)
    .describe('Rules of higher priority are tried first; among equals the place in the list decides.'),
  conditions: rootConditionSchema.describe('What must hold for the rule to hit.'),
  event: z
    .strictObject({
      type: zone,
      params: z
        .strictObject({
          actions: z.array(action).max(ACTION_TYPES.length).describe('What the zone asks for, in order.'),
        })
        .describe('What goes with the zone.'),
    })
    .describe('The zone that the rule puts a scope into, and what is to be done there.'),
});

const exit = z.strictObject({
  zone: zone.describe('Zone that is left only on these conditions.'),
  conditions: rootConditionSchema.describe('What must hold for the scope to move to a milder zone.'),
});

const instant = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at !== null) return formatInstant(at);
  const message = 'must be an RFC 3339 UTC instant such as "2026-01-31T12:00:00Z"';
  context.addIssue({ code: 'custom', message, params: { code: 'invalid_text' } });
  return z.NEVER;
});

const hold = z.strictObject({
  contract: name('Contract whose liquidation is on hold.'),
  from: instant.describe('When the hold begins, inclusive.'),
  until: instant.describe('When the hold ends, exclusive.'),
  reason: z.string().min(1).max(500).describe('Why, for the record.'),
});

const ruleCase = z.strictObject({
  name: ruleName('Name of the case; its identity across versions.'),
  facts: caseFactsSchema.describe(
    'Facts of the account, by name, a part of a structured fact under its name with the path. What is not stated is unknown; unless stated, it is a cross pool of one position without tags.',
  ),
  previousZone: zone
    .nullable()
    .default(null)
    .describe('Zone that the account was in before, for exits; null = no history.'),
  zone: zone.nullable().describe('Zone that the rules must give; null = that the facts must not suffice.'),
});

const deviation = (of: string) =>
  fraction(`Largest |mark ÷ ${of} − 1| at which a mark is believed; 0.05 is 5 %. Null = no limit.`)
    .nullable()
    .default(null);

const document = z.strictObject({
  rules: z
    .array(rule)
    .min(1)
    .max(RULES_MAX)
    .describe('Tried in order, higher priority first, then by place; the first that is not false decides.'),
  conditions: z
    .record(z.string().regex(NAME_PATTERN), rootConditionSchema)
    .superRefine((conditions, context) => {
      if (Object.keys(conditions).length <= LIST_MAX) return;
      const message = `must be at most ${String(LIST_MAX)} named conditions`;
      context.addIssue({ code: 'custom', message, params: { code: 'too_many' } });
    })
    .default({})
    .describe('Conditions by name, for rules and exits to use.'),
  exits: z.array(exit).max(EXITS_MAX).default([]).describe('Conditions for leaving a zone: hysteresis.'),
  facts: z
    .array(factDeclarationSchema)
    .max(LIST_MAX)
    .default([])
    .describe('Facts that the venue sends with an account.'),
  markAgeMaxSeconds: z
    .int()
    .min(1)
    .max(86_400)
    .nullable()
    .default(null)
    .describe('Oldest a mark price may be; an older one cannot be judged on. Null = no limit.'),
  markBand: z
    .strictObject({
      indexDeviationMax: deviation('index price'),
      lastGoodDeviationMax: deviation('last good mark price'),
    })
    .nullable()
    .default(null)
    .describe('How far a mark price may be from what it should be near; beyond, it cannot be judged on.'),
  holds: z.array(hold).max(LIST_MAX).default([]).describe('Contracts whose liquidation is on hold for a while.'),
  cases: z
    .array(ruleCase)
    .max(LIST_MAX)
    .default([])
    .describe('Accounts and the zones they must come to: a document whose own cases do not hold is refused.'),
});

type Parsed = z.output<typeof document>;

/** When a scope is in which zone, and what is to be done there. */
export const schema = document.transform(canonical);

export type LiquidationTriggerDocument = z.output<typeof schema>;
export type RuleCase = z.output<typeof ruleCase>;
export type TriggerRule = LiquidationTriggerDocument['rules'][number];

/** A document without cases is what it was before there were any: its digest stays. */
type Canonical = Omit<Parsed, 'cases'> & { readonly cases?: Parsed['cases'] };

/** Literals in the one form of their fact's type; what is a set in the order of its row keys. */
function canonical({ cases, ...parsed }: Parsed): Canonical {
  const catalogue = scopeCatalogue(parsed.facts);
  const inForm = <Row extends { conditions: RootCondition }>(row: Row): Row => {
    return { ...row, conditions: canonicalConditions(row.conditions, catalogue) };
  };
  const named = Object.entries(parsed.conditions);
  return {
    ...parsed,
    // Among equal priorities the place decides, and a stable sort keeps it.
    rules: parsed.rules.map(inForm).toSorted((a, b) => b.priority - a.priority),
    conditions: Object.fromEntries(named.map(([key, one]) => [key, canonicalConditions(one, catalogue)])),
    exits: parsed.exits.map(inForm).toSorted((a, b) => order(a.zone, b.zone)),
    facts: parsed.facts.toSorted((a, b) => order(a.name, b.name)),
    markBand: isUnlimited(parsed.markBand) ? null : parsed.markBand,
    holds: parsed.holds.toSorted((a, b) => order(a.contract, b.contract) || order(a.from, b.from)),
    ...(cases.length === 0 ? {} : { cases: canonicalCases(cases, catalogue) }),
  };
}

function canonicalCases(cases: readonly RuleCase[], catalogue: FactCatalogue): RuleCase[] {
  return cases
    .map((one) => ({ ...one, facts: canonicalCaseFacts(one.facts, catalogue) }))
    .toSorted((a, b) => order(a.name, b.name));
}

function isUnlimited(band: Parsed['markBand']): boolean {
  return band !== null && band.indexDeviationMax === null && band.lastGoodDeviationMax === null;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
