import { startTransition, useEffect, useState } from 'react';

/** Rows that are drawn at first, and more each time the browser has nothing better to do. */
const STEP = 25;

/** How many of so many rows are drawn: the first at once, so that a long list opens like a short one, then all of them. */
export function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(STEP);
  useEffect(() => {
    if (drawn < count) startTransition(() => setDrawn(drawn + STEP));
  }, [drawn, count]);
  return Math.min(drawn, count);
}
