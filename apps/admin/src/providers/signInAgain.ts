import { useSyncExternalStore } from 'react';

interface Asking {
  readonly answered: Promise<boolean>;
  readonly answer: (isSignedIn: boolean) => void;
}

let asking: Asking | null = null;
const listeners = new Set<() => void>();

/**
 * Asks the person whose session ended to sign in again, over the page as it stands. Everybody who asks waits for the
 * one answer: whether they did.
 */
export function askToSignIn(): Promise<boolean> {
  if (asking === null) {
    let answer: (isSignedIn: boolean) => void = () => undefined;
    const answered = new Promise<boolean>((resolve) => (answer = resolve));
    asking = { answered, answer };
    tell();
  }
  return asking.answered;
}

/** Lets everything that waited go on, or fail. */
export function answerSignIn(isSignedIn: boolean): void {
  asking?.answer(isSignedIn);
  asking = null;
  tell();
}

/** Whether the person is being asked. */
export function useIsSignInAsked(): boolean {
  return useSyncExternalStore(listen, () => asking !== null);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
