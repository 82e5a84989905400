import { z } from 'zod';
import { fraction, positiveDecimal } from '../../policy/index.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** No zone lies further from UTC. */
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;

const grade = z.strictObject({
  shortfallBelow: positiveDecimal(
    'The shortfall is below this amount, in the asset of the scope; null = however large.',
  )
    .nullable()
    .default(null),
  shareBelow: positiveDecimal('The shortfall is below this share of the margin; null = whatever share.')
    .nullable()
    .default(null),
  rate: fraction('Share of the shortfall that one day costs: 0.005 is 0.5 %.'),
});

const days = (meaning: string) => z.int().min(0).max(366).describe(meaning).nullable().default(null);

const escalation = z.strictObject({
  consecutiveDaysMax: days('Days in a row for which the grades still speak; null = any number.'),
  instancesMax: days('Days of one calendar month for which the grades still speak; null = any number.'),
  rate: fraction('Share of the shortfall that each later day costs.'),
});

/** What falling short of margin costs by the day. */
export const schema = z.strictObject({
  base: z
    .enum(['initial', 'maintenance', 'receivable'])
    .describe('What an account falls short of: its initial or maintenance margin, or what it still owes.'),
  snapshotTime: z
    .string()
    .regex(TIME, 'must be a time of day such as "16:00"')
    .describe('Time of day at which the shortfall counts, in the declared zone.'),
  utcOffset: z
    .string()
    .regex(OFFSET, 'must be an offset from UTC such as "+05:30"')
    .default('+00:00')
    .describe('The zone of days and months, as its offset from UTC.')
    .transform((text) => (text === '-00:00' ? '+00:00' : text)),
  grades: z
    .array(grade)
    .min(1)
    .max(20)
    .describe('In order: the first whose limits hold speaks; the last has no limit.'),
  escalation: escalation
    .nullable()
    .default(null)
    .describe('What a shortfall costs that goes on or comes back; null = no more than another.'),
});

export type ShortfallPenaltyDocument = z.output<typeof schema>;
