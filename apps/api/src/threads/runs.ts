import { InvariantError } from '@backstop/core/num';

/** What a thread works at in several steps, several side by side, each under the number that who asks has given it. */
export interface Runs<Run> {
  readonly begin: (number: number, run: Run) => void;
  /** Throws `InvariantError` where it was never begun, or is forgotten. */
  readonly known: (number: number) => Run;
  readonly forget: (number: number) => void;
}

/** `what` names one of them. */
export function runsOf<Run>(what: string): Runs<Run> {
  const runs = new Map<number, Run>();
  return {
    begin: (number, run) => {
      runs.set(number, run);
    },
    known: (number) => {
      const found = runs.get(number);
      if (found === undefined) throw new InvariantError(`${what} ${String(number)} was never begun in this thread`);
      return found;
    },
    forget: (number) => {
      runs.delete(number);
    },
  };
}
