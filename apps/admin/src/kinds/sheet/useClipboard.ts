import { useEffect, useEffectEvent, type RefObject } from 'react';

/**
 * Copy, cut and paste while the focus is within. Heard at the document: a cell cannot be typed in, and what is not selected by
 * hand has browsers give the event to the body, not to the cell with the focus.
 */
export function useClipboard(frame: RefObject<HTMLElement | null>, act: (event: ClipboardEvent) => void): void {
  const heard = useEffectEvent((event: ClipboardEvent) => {
    if (frame.current?.contains(document.activeElement) === true) act(event);
  });
  useEffect(() => {
    for (const type of ['copy', 'cut', 'paste'] as const) document.addEventListener(type, heard);
    return () => {
      for (const type of ['copy', 'cut', 'paste'] as const) document.removeEventListener(type, heard);
    };
  }, []);
}
