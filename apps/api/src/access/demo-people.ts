import type { Role } from '@backstop/core/access';

/** Everybody who may read the sign-in page of a demonstration knows it. */
export const DEMO_PASSWORD = 'backstop-demonstration';

/**
 * Who may sign in while the service runs as a demonstration: two authors, and one of each other role. The second author
 * approves too, so that a change of the first that takes two approvals can be tried.
 */
export const DEMO_PEOPLE: readonly { readonly login: string; readonly name: string; readonly roles: Role[] }[] = [
  { login: 'ada', name: 'Ada, author', roles: ['author'] },
  { login: 'piet', name: 'Piet, approver', roles: ['approver'] },
  { login: 'abel', name: 'Abel, author and approver', roles: ['author', 'approver'] },
  { login: 'emma', name: 'Emma, emergency', roles: ['emergency'] },
  { login: 'vera', name: 'Vera, viewer', roles: ['viewer'] },
  { login: 'otto', name: 'Otto, auditor', roles: ['auditor'] },
  { login: 'mina', name: 'Mina, admin', roles: ['admin'] },
];
