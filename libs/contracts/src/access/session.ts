import { z } from 'zod';
import { PERMISSIONS, ROLES } from '@backstop/core/access';
import { PASSWORD_LENGTH_MIN, passwordText } from './person-fields.ts';

/** A sign-in with login and password. */
export const signInRequest = z.strictObject({
  login: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[^\p{C}]*$/u, 'must be printable text without control characters')
    .describe('In any case.'),
  password: passwordText.min(1),
});

/** A new password of whoever is signed in; every other session of theirs ends. */
export const passwordRequest = z.strictObject({
  current: passwordText.min(1),
  next: passwordText.min(PASSWORD_LENGTH_MIN).describe('At least 12 characters, without the login in it.'),
});

const signedIn = z.object({
  id: z.string(),
  login: z.string().nullable().describe('Null where they sign in by OIDC.'),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  permissions: z
    .array(z.enum(PERMISSIONS))
    .describe('All that is granted now; nothing while the password must be changed.'),
  origin: z.enum(['local', 'oidc']),
  mustChangePassword: z.boolean().describe('Nothing but changing the password and signing out is granted until then.'),
});

/** Whether somebody is signed in, and how one can. */
export const sessionResource = z
  .object({
    person: signedIn.nullable().describe('Null = nobody is signed in.'),
    csrfToken: z
      .string()
      .nullable()
      .describe('To be sent as `X-CSRF-Token` with everything that writes; null = nobody is signed in.'),
    expiresAt: z.string().nullable().describe('When the session ends at the latest; null = nobody is signed in.'),
    demo: z
      .object({
        people: z.array(
          z.object({ login: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), password: z.string() }),
        ),
      })
      .nullable()
      .describe('People with well-known passwords, while the service runs as a demonstration; null = it does not.'),
    oidc: z
      .object({ label: z.string(), startUrl: z.string().describe('Where to send the browser.') })
      .nullable()
      .describe('Null = OIDC is not configured.'),
  })
  .describe('Who is signed in, and how one can sign in.');

export type SignInRequest = z.output<typeof signInRequest>;
export type PasswordRequest = z.output<typeof passwordRequest>;
export type SessionResource = z.output<typeof sessionResource>;
export type SignedInPerson = NonNullable<SessionResource['person']>;
