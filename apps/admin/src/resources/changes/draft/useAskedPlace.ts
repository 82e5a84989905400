import { useEffect, useRef } from 'react';
import { useLocation } from 'react-admin';

/** Leads to the place that the address names: once for each time that somebody goes there, the same place too. */
export function useAskedPlace(pointer: string | null, goTo: (pointer: string) => void): void {
  const { key } = useLocation();
  const lead = useRef(goTo);
  useEffect(() => {
    lead.current = goTo;
  });
  useEffect(() => {
    if (pointer !== null) lead.current(pointer);
  }, [pointer, key]);
}
