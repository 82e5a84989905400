import { useAuthProvider, useNotify } from 'react-admin';
import { readFailure } from '../../providers/readFailure.ts';

/** Ends the session; what the server says where it could not. */
export function useSignOut(): () => void {
  const authProvider = useAuthProvider();
  const notify = useNotify();
  return () => {
    authProvider?.logout({}).catch((error: unknown) => {
      const { status, detail } = readFailure(error);
      notify(status === null ? 'failure.unreachable' : detail, { type: 'error' });
    });
  };
}
