import { useEffect, useRef, useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import type { SxProps, Theme } from '@mui/material/styles';

interface Props {
  readonly children: ReactNode;
  /** Id of the heading that names what scrolls. */
  readonly labelledBy?: string;
  /** What scrolls, where no heading names it. */
  readonly label?: string;
  /** A line above. */
  readonly isRuled?: boolean;
  /** In pixels: what is taller scrolls within. */
  readonly maxHeight?: number;
  readonly sx?: Extract<SxProps<Theme>, readonly unknown[]>[number];
}

/** What may be larger than its place: scrolls, and is a stop of the keyboard only while it does. */
export function Scroller({ children, labelledBy, label, isRuled = false, maxHeight, sx = false }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [isScrollable, setScrollable] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setScrollable(isCut(current)));
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [children]);
  return (
    <Box
      ref={frame}
      {...(isScrollable ? { tabIndex: 0, role: 'group', 'aria-labelledby': labelledBy, 'aria-label': label } : {})}
      sx={[
        maxHeight === undefined ? { overflowX: 'auto' } : { overflow: 'auto', maxHeight },
        isRuled && { borderTop: 1, borderColor: 'divider' },
        sx,
      ]}
    >
      {children}
    </Box>
  );
}

function isCut({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth || scrollHeight > clientHeight;
}
