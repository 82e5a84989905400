import { useQuery } from '@tanstack/react-query';
import type { Permission } from '@backstop/core/access';
import type { SessionResource } from '@backstop/contracts';
import { accessApi } from './accessApi.ts';
import { keepCsrfToken } from './csrfToken.ts';
import { queryClient } from './queryClient.ts';
import { answerSignIn, askToSignIn } from './signInAgain.ts';

const SESSION = ['session'] as const;

/** How long the console trusts what it knows of its session, in milliseconds; the server decides anyway. */
const SESSION_AGE_MAX = 60_000;

/** Before the server has said anything. */
const NOBODY: SessionResource = { person: null, csrfToken: null, expiresAt: null, demo: null, oidc: null };

/** Who is signed in, asked of the server: it answers 200 with `person: null` for nobody, so nothing is ever refused. */
export function useSessionQuery() {
  return useQuery({
    queryKey: SESSION,
    queryFn: ({ signal }) => readSession(signal),
    staleTime: SESSION_AGE_MAX,
    // Another tab may have begun another session, and with it another token.
    refetchOnWindowFocus: 'always',
  });
}

/** The session as the console knows it: the person with roles and permissions, null while nobody is signed in. */
export function useSession(): SessionResource {
  return useSessionQuery().data ?? NOBODY;
}

/** Whether the person who is signed in is granted a permission. What is shown; the server decides what is done. */
export function useMay(permission: Permission): boolean {
  return useSession().person?.permissions.includes(permission) ?? false;
}

/** The same outside of components, from the server where it is not known. */
export function currentSession(): Promise<SessionResource> {
  return queryClient.query({
    queryKey: SESSION,
    queryFn: ({ signal }) => readSession(signal),
    staleTime: SESSION_AGE_MAX,
  });
}

/** Takes on a session that the server began: after a sign-in, a change of password, or the end of one. */
export function enterSession(session: SessionResource): void {
  const before = knownSession()?.person?.id ?? null;
  keepCsrfToken(session.csrfToken);
  queryClient.setQueryData(SESSION, session);
  answerSignIn(session.person !== null);
  // What one person saw is not shown to the next.
  if (before !== (session.person?.id ?? null)) {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0], type: 'inactive' });
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
  }
}

/** Asks again who is signed in and takes that on. */
export async function enterSessionAnew(): Promise<void> {
  enterSession(await accessApi.session());
}

/**
 * A session that ended in the middle of work is not taken over at once: the page stays, and the person is asked to
 * sign in over it.
 */
async function readSession(signal: AbortSignal): Promise<SessionResource> {
  const session = await accessApi.session(signal);
  const known = knownSession();
  if (session.person === null && known !== undefined && known.person !== null) {
    void askToSignIn();
    return known;
  }
  keepCsrfToken(session.csrfToken);
  return session;
}

function knownSession(): SessionResource | undefined {
  return queryClient.getQueryData<SessionResource>(SESSION);
}
