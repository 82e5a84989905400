import { z } from 'zod';
import { ROLES } from '@backstop/core/access';

/** The shortest password that is taken, in characters. */
export const PASSWORD_LENGTH_MIN = 12;

/** What a person signs in with. */
export const loginText = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9._@+-]{0,62}[a-z0-9])?$/, 'must be 1 to 64 of a-z, 0-9 and . _ @ + -, not at its ends')
  .describe('What the person signs in with, in lower case.');

export const personName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}]*$/u, 'must be printable text without control characters')
  .describe('What the person is called.');

/** A list of roles, each once. */
export const roleList = z
  .array(z.enum(ROLES))
  .max(ROLES.length)
  .refine((roles) => new Set(roles).size === roles.length, 'must name each role once')
  .describe('What the person is at the venue; without any role nothing is granted.');

/** A password that somebody types; hashing bounds its length. */
export const passwordText = z.string().max(200);

/** Text to look for in names. */
export const searchText = z
  .string()
  .max(100)
  .regex(/^[^\p{C}]*$/u, 'must be printable text without control characters');
