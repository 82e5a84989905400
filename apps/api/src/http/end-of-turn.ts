/** Most who wait for one end: then it comes at once, so that neither what they wait for nor what they hold is unbounded. */
const WAITING_MAX = 32;

interface Turn {
  readonly ended: Promise<void>;
  readonly end: () => void;
  waiting: number;
}

/**
 * Waits until the event loop has worked through the requests that arrived together, so that their answers go out together.
 * An answer that is written alone wakes its reader and takes from the next request what the processor had at hand (ADR
 * 0012). Whoever comes alone waits for nobody.
 */
export function endOfTurn(): () => Promise<void> {
  let turn: Turn | null = null;
  const begin = (): Turn => {
    let resolveEnded = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      resolveEnded = resolve;
    });
    const end = (): void => {
      if (turn?.ended === ended) turn = null;
      resolveEnded();
    };
    setImmediate(end);
    return { ended, end, waiting: 0 };
  };
  return () => {
    turn ??= begin();
    const { ended, end } = turn;
    turn.waiting += 1;
    if (turn.waiting === WAITING_MAX) end();
    return ended;
  };
}
