import { useEffect, useRef, useState } from 'react';

/** How long typing has to pause before what was typed counts, in milliseconds. */
const PAUSE = 250;

/**
 * What is being typed, shown at once, and told on (trimmed) after a pause. `value` is what was told last, wherever it
 * is kept; it may arrive late, so it only replaces the text where it comes from somewhere else, such as the way back.
 */
export function useSettledText(value: string, onSettled: (text: string) => void): [string, (typed: string) => void] {
  const [text, setText] = useState(value);
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Told with the callback of the last drawing: the address may have changed since the key was pressed.
  const latest = useRef({ value, onSettled });
  useEffect(() => {
    latest.current = { value, onSettled };
  });
  useEffect(() => {
    if (pending.current === null) setText(value);
    else if (pending.current === value) pending.current = null;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string): void => {
    setText(typed);
    pending.current = typed.trim();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const settled = typed.trim();
      if (settled === latest.current.value) pending.current = null;
      else latest.current.onSettled(settled);
    }, PAUSE);
  };
  return [text, type];
}
