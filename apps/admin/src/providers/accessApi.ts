import { paths } from '@backstop/contracts';
import type { DirectoryEntry, SessionResource } from '@backstop/contracts';
import { request } from './request.ts';

/** Most names that the console asks for at once: the largest page there is. */
const NAMES_MAX = 1000;

/** What the console asks about who signs in. */
export const accessApi = {
  session: async (signal?: AbortSignal): Promise<SessionResource> =>
    (await request(paths.session, { signal })).body as SessionResource,
  signIn: async (login: string, password: string): Promise<SessionResource> =>
    (await request(paths.session, { method: 'POST', body: { login, password }, onSignedOut: 'fail' }))
      .body as SessionResource,
  signOut: async (): Promise<void> => {
    await request(paths.session, { method: 'DELETE', onSignedOut: 'fail' });
  },
  changePassword: async (current: string, next: string): Promise<SessionResource> =>
    (await request(paths.sessionPassword, { method: 'POST', body: { current, next }, onSignedOut: 'fail' }))
      .body as SessionResource,
  directory: async (signal?: AbortSignal): Promise<DirectoryEntry[]> =>
    (await request(paths.directory, { query: { limit: NAMES_MAX }, signal })).body as DirectoryEntry[],
};
