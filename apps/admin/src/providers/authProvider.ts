import type { AuthProvider } from 'react-admin';
import { accessApi } from './accessApi.ts';
import { readFailure } from './readFailure.ts';
import { currentSession, enterSession, enterSessionAnew } from './session.ts';

/**
 * What react-admin asks of the session. It never refuses: who is not signed in sees the sign-in page in place of every
 * page (`SessionGate`), and a session that ends is taken up again by `request`. A `checkAuth` that refuses would
 * redirect, forget the address, and with an answer that is at hand do so without end.
 */
export const authProvider: AuthProvider = {
  login: async ({ login, password }: { login: string; password: string }) => {
    enterSession(await accessApi.signIn(login, password));
  },
  logout: async () => {
    try {
      await accessApi.signOut();
    } catch (error) {
      // Where the session has ended already there is nothing left to end.
      if (readFailure(error).status !== 401) throw error;
    }
    await enterSessionAnew();
    return false;
  },
  checkAuth: async () => {
    await currentSession();
  },
  checkError: () => Promise.resolve(),
  getIdentity: async () => {
    const { person } = await currentSession();
    return { id: person?.id ?? '', fullName: person?.name ?? '' };
  },
  getPermissions: async () => (await currentSession()).person?.permissions ?? [],
};
