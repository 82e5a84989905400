import { QueryClient } from '@tanstack/react-query';
import { readFailure } from './readFailure.ts';

/** Times that a question is asked again where the service did not answer or failed. */
const RETRIES_MAX = 2;

/** What the service refused it would refuse again: only silence and its own failures are asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => {
        const { status } = readFailure(error);
        return count < RETRIES_MAX && (status === null || status >= 500);
      },
      retryDelay: (count) => 400 * 2 ** count,
    },
  },
});
