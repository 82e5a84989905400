import { z } from 'zod';
import { ROLES } from '../../access/index.ts';
import { compare } from '../../num/index.ts';
import { decimalOf, EFFECTS, name, nonNegativeDecimal, positiveDecimal, signedDecimal } from '../../policy/index.ts';
import { formatInstant, parseInstant } from '../../venue/index.ts';

const YEAR_SECONDS = 31_536_000;

/** The database lets no emergency stand longer unconfirmed. */
const WEEK_SECONDS = 604_800;

const seconds = (meaning: string) => z.int().min(0).max(YEAR_SECONDS).describe(meaning);

const bound = z.strictObject({
  relativeMax: nonNegativeDecimal('Most that it may move, as a share of what it was: 0.25 lets 100 become 125 or 75.')
    .nullable()
    .default(null),
  absoluteMax: nonNegativeDecimal('Most that it may move, in its own unit.').nullable().default(null),
});

const UNBOUNDED = { relativeMax: null, absoluteMax: null };

const bounds = {
  rise: bound.default(UNBOUNDED).describe('How far it may rise in one change; null = as far as anybody likes.'),
  fall: bound.default(UNBOUNDED).describe('How far it may fall in one change; null = as far as anybody likes.'),
};

const limit = z.strictObject({
  kind: name('Kind of the policies that the limit is about.'),
  path: z
    .string()
    .max(256)
    .regex(/^(?:\/[^/]+)+$/, 'must be a pointer such as /tiers/*/maintenanceMarginRate')
    .describe('The parameter, by row identity as differences name it; * stands for any row.'),
  ...bounds,
  intervalMinSeconds: seconds('Least time that the version in force must have stood; null = none.')
    .nullable()
    .default(null),
});

const envelope = z.strictObject({
  kind: name('Kind of the policies that the envelope is about.'),
  outcome: name('What all its parameters together come to, by the name under which the kind measures it.'),
  ...bounds,
});

const demand = {
  approvals: z.int().min(1).max(20).describe('How many different people must approve.'),
  roles: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    .default(['approver'])
    .describe('Roles of which each must be held by one of them.')
    .transform((roles) => [...new Set(roles)].sort()),
  noticeSeconds: seconds('Least time from approval to effect.').min(2),
};

const requirement = z.strictObject({
  effect: z.enum(EFFECTS).describe('The worst that the change does to any open account.'),
  ...demand,
});

const impact = z.strictObject({
  newlyLiquidatableAbove: z
    .int()
    .min(0)
    .describe('Where more accounts than this become liquidatable without a price having moved, or nobody knows.'),
  ...demand,
});

const instant = (meaning: string) =>
  z
    .string()
    .max(32)
    .refine((text) => parseInstant(text) !== null, 'must be an instant in UTC such as 2026-01-31T12:00:00Z')
    .transform((text) => formatInstant(parseInstant(text) ?? 0))
    .describe(meaning);

const freeze = z.strictObject({
  from: instant('When the freeze begins.'),
  until: instant('When it ends; from then on changes take effect again.'),
  effects: z.array(z.enum(EFFECTS)).min(1).max(EFFECTS.length).describe('Effects that are frozen.'),
  reason: z.string().min(1).max(500).describe('Why, for whoever runs into it.'),
});

/** Rows whose order means nothing, in their one canonical order. */
function sortedBy<Row>(keyOf: (row: Row) => string) {
  return (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What bounds changes to other policies, and who must agree to them. */
export const schema = z.strictObject({
  limits: z
    .array(limit)
    .max(500)
    .default([])
    .describe('How far and how soon one parameter may move.')
    .transform(sortedBy(({ kind, path }) => `${kind} ${path}`)),
  envelopes: z
    .array(envelope)
    .max(100)
    .default([])
    .describe('How far what all parameters come to together may move, however little each of them does.')
    .transform(sortedBy(({ kind, outcome }) => `${kind} ${outcome}`)),
  requirements: z
    .array(requirement)
    .max(2 * EFFECTS.length)
    .describe('What a change takes, by the worst that it does.')
    .transform((rows) => rows.toSorted((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect))),
  impacts: z
    .array(impact)
    .max(20)
    .default([])
    .describe('What it takes besides, by how many accounts it hits.')
    .transform((rows) => rows.toSorted((a, b) => a.newlyLiquidatableAbove - b.newlyLiquidatableAbove)),
  magnitudeFactor: positiveDecimal(
    'A parameter that changes by more than this factor takes one more approver: it is often a misplaced point.',
  ).default('10'),
  freezes: z
    .array(freeze)
    .max(100)
    .default([])
    .describe('Times in which nothing of some effects takes effect.')
    .transform(sortedBy(({ from, until }) => `${from} ${until}`)),
  approvalAgeMaxSeconds: seconds('Age from which an approval no longer counts; null = it always does.')
    .min(1)
    .nullable()
    .default(null),
  evidenceAgeMaxSeconds: seconds('Age from which the book behind an impact must be refreshed before approval.').min(1),
  emergencyExpirySeconds: seconds('How long an emergency stands unless a second person confirms it.')
    .min(60)
    .max(WEEK_SECONDS),
  impactShocks: z
    .array(
      signedDecimal(
        'Move of the mark and index prices of all contracts at once, as a share: -0.25 takes a quarter away.',
      ),
    )
    .max(8)
    .default([])
    .describe('Moves of all prices under which the impact of a change is worked out, beside none; each above -1.')
    .transform((shocks) => shocks.toSorted((a, b) => compare(decimalOf(a), decimalOf(b)))),
  revertWindowSeconds: seconds('How long going back to what was in force, where that harms nobody, is always allowed.'),
});

export type ChangeGuardrailDocument = z.output<typeof schema>;
