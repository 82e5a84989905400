import { useEffect, useRef, useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';

interface Props {
  readonly children: ReactNode;
  /** Id of the heading that names what scrolls. */
  readonly labelledBy?: string;
  /** A line above. */
  readonly isRuled?: boolean;
}

/** What may be wider than its place: scrolls sideways, and is a stop of the keyboard only while it does. */
export function Scroller({ children, labelledBy, isRuled = false }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [isScrollable, setScrollable] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setScrollable(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [children]);
  return (
    <Box
      ref={frame}
      {...(isScrollable ? { tabIndex: 0, role: 'group', 'aria-labelledby': labelledBy } : {})}
      sx={{ overflowX: 'auto', ...(isRuled ? { borderTop: 1, borderColor: 'divider' } : {}) }}
    >
      {children}
    </Box>
  );
}
