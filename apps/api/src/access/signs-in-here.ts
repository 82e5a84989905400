import { ProblemError } from '../http/problem-error.ts';
import type { StoredPerson } from './stored-person.ts';

/** Refuses to touch the password of who has none here, or one that everybody is told. */
export function checkHasOwnPassword({ origin, isDemo }: StoredPerson): void {
  if (origin === 'oidc') {
    throw new ProblemError('person_must_sign_in_here', 'this person signs in at an identity provider');
  }
  if (isDemo) {
    throw new ProblemError('demo_person_must_keep_password', 'the sign-in page tells this password to everybody');
  }
}
