/** Most who wait for one end: then it comes at once, so that what the first of them waits for is bounded. */
const WAITING_MAX = 32;

interface Turn {
  readonly ended: Promise<void>;
  readonly end: () => void;
  waiting: number;
}

/**
 * Waits until the event loop has read the requests that arrived together, so that they are decided one after the other and
 * answered one after the other: a read or a write between two decisions costs the second what the processor had at hand
 * (ADR 0012). Whoever comes alone waits for nobody.
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
