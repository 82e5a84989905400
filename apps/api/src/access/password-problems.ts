import type { Problem } from '@backstop/core/problem';

/** Shorter logins are in every password. */
const LOGIN_LENGTH_MIN = 4;

/** What speaks against a password beside its length, which its schema bounds. */
export function passwordProblems({
  next,
  current,
  login,
}: {
  readonly next: string;
  readonly current: string;
  readonly login: string;
}): Problem[] {
  const problems: Problem[] = [];
  if (next === current) {
    problems.push({ code: 'password_must_be_new', path: '/next', message: 'must be another one than the current one' });
  }
  if (login.length >= LOGIN_LENGTH_MIN && next.toLowerCase().includes(login)) {
    problems.push({ code: 'password_must_not_hold_login', path: '/next', message: 'must not have the login in it' });
  }
  return problems;
}
