import { z } from 'zod';
import { ROLES } from '@backstop/core/access';
import { order, page } from '../page-query.ts';
import { loginText, personName, roleList, searchText } from './person-fields.ts';

/** A new person; the service makes their first password. */
export const personRequest = z.strictObject({ login: loginText, name: personName, roles: roleList });

/** What becomes of a person; what is left out stays. */
export const personEdit = z.strictObject({
  name: personName.optional(),
  roles: roleList.optional(),
  disabled: z.boolean().optional().describe('Who is disabled is signed out and cannot sign in.'),
});

/** Query parameters of the list of people. */
export const personListQuery = z.strictObject({
  q: searchText.optional().describe('Text that the login or name contains, in any case.'),
  role: z.enum(ROLES).optional().describe('Only who has this role.'),
  disabled: z.enum(['true', 'false']).optional().describe('Only who is, or is not, disabled.'),
  sort: z.enum(['login', 'name', 'createdAt', 'lastSignInAt']).default('name').describe('Field to sort by.'),
  order: order.default('asc').describe('Direction of the sort.'),
  ...page,
});

/** One person, as who runs the people sees them. */
export const personResource = z
  .object({
    id: z.string(),
    login: z.string().nullable().describe('Null where they sign in by OIDC.'),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    origin: z.enum(['local', 'oidc']).describe('`oidc`: roles and name come from the provider at each sign-in.'),
    issuer: z.string().nullable().describe('The OIDC provider; null for `local`.'),
    disabled: z.boolean(),
    demo: z.boolean().describe('Made for the demonstration, with a well-known password.'),
    mustChangePassword: z.boolean(),
    lockedUntil: z.string().nullable().describe('No sign-in until then, after too many failures; null = not locked.'),
    createdAt: z.string(),
    lastSignInAt: z.string().nullable(),
    version: z.int().min(1).describe('Counts every edit; the entity tag is made of it.'),
  })
  .describe('A person.');

const oneTimePassword = z
  .string()
  .nullable()
  .describe('Shown once; it must be changed at the next sign-in. Null where an `Idempotency-Key` answers again.');

/** A new person with their first password. */
export const newPersonResource = z
  .object({ person: personResource, oneTimePassword })
  .describe('A person with a one-time password.');

/** Query parameters of the directory. */
export const directoryQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36}){0,199}$/, 'must be up to 200 ids separated by commas')
    .optional()
    .describe('Only these people, separated by commas.'),
  q: searchText.optional().describe('Text that the login or name contains, in any case.'),
  role: z.enum(ROLES).optional().describe('Only who has this role.'),
  ...page,
});

/** One person as everybody who is signed in may see them. */
export const directoryEntry = z
  .object({
    id: z.string(),
    login: z.string().nullable(),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    disabled: z.boolean(),
  })
  .describe('Name and roles of a person.');

export type PersonRequest = z.output<typeof personRequest>;
export type PersonEdit = z.output<typeof personEdit>;
export type PersonListQuery = z.output<typeof personListQuery>;
export type PersonResource = z.output<typeof personResource>;
export type NewPersonResource = z.output<typeof newPersonResource>;
export type DirectoryQuery = z.output<typeof directoryQuery>;
export type DirectoryEntry = z.output<typeof directoryEntry>;
