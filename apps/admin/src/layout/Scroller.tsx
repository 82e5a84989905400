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

/** What of it is out of sight: anything at all, on the left, on the right. */
interface Cut {
  readonly any: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

const WHOLE: Cut = { any: false, left: false, right: false };

/**
 * What may be larger than its place: scrolls, and is a stop of the keyboard only while it does. A shade lies on the side where
 * it goes on.
 */
export function Scroller({ children, labelledBy, label, isRuled = false, maxHeight, sx = false }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState(WHOLE);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const look = () => setCut((known) => same(known, cutOf(current)));
    const observer = new ResizeObserver(look);
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [children]);
  return (
    <Box sx={[{ position: 'relative', minWidth: 0 }, isRuled && { borderTop: 1, borderColor: 'divider' }, sx]}>
      <Box
        ref={frame}
        {...(cut.any ? { tabIndex: 0, role: 'group', 'aria-labelledby': labelledBy, 'aria-label': label } : {})}
        sx={maxHeight === undefined ? { overflowX: 'auto' } : { overflow: 'auto', maxHeight }}
      >
        {children}
      </Box>
      {cut.left ? <Box sx={{ ...shade, left: 0, backgroundImage: SHADE('right') }} /> : null}
      {cut.right ? <Box sx={{ ...shade, right: 0, backgroundImage: SHADE('left') }} /> : null}
    </Box>
  );
}

function cutOf({ scrollWidth, clientWidth, scrollHeight, clientHeight, scrollLeft }: HTMLElement): Cut {
  return {
    any: scrollWidth > clientWidth || scrollHeight > clientHeight,
    left: scrollLeft > 1,
    right: scrollWidth - clientWidth - scrollLeft > 1,
  };
}

/** The one that is known where nothing changed, so that scrolling draws nothing anew. */
function same(known: Cut, now: Cut): Cut {
  return known.any === now.any && known.left === now.left && known.right === now.right ? known : now;
}

const shade = { position: 'absolute', top: 0, bottom: 0, width: 20, pointerEvents: 'none' } as const;

const SHADE = (towards: 'left' | 'right') => (theme: Theme) =>
  `linear-gradient(to ${towards}, ${theme.palette.mode === 'light' ? 'rgba(23, 38, 42, 0.16)' : 'rgba(0, 0, 0, 0.6)'}, transparent)`;
