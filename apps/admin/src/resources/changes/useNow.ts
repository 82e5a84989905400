import { useEffect, useState } from 'react';

/** How often what is left is told anew, in milliseconds. */
const STEP = 10_000;

/** The clock of this machine in milliseconds, which goes on while somebody looks. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}
