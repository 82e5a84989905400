import type { FlowRow } from './flow.ts';

/** Across, what one column of the picture measures; its height is in pixels, so that widths of the flow keep their measure. */
export const COLUMN = 100;
/** Down, what the whole deficit measures, in pixels. */
export const WHOLE = 104;

/** Between the stream and what left it. */
const GAP = 22;
/** Half of what a mark measures across. */
const MARK = 2.5;
/** What is there at all is seen. */
const LEAST = 1.5;

/** A rectangle or the way of a part that leaves the stream, as a path of SVG. */
export interface FlowShape {
  readonly type: string;
  /** What of the deficit goes on past this column, from the column before it. */
  readonly stream: string | null;
  /** What leaves the stream here; null where it takes nothing, and of what no layer took. */
  readonly branch: string | null;
  /** The mark at which it ends; null where nothing does. */
  readonly mark: string | null;
}

export interface FlowShapes {
  readonly source: { readonly mark: string; readonly stream: string };
  readonly shapes: readonly FlowShape[];
  readonly width: number;
  readonly height: number;
}

/**
 * The deficit as a stream from the left along the top. Each layer takes its part from below, so that what goes on narrows by
 * just that; what nobody bears is what arrives at the right.
 */
export function flowShapes(rows: readonly FlowRow[]): FlowShapes {
  const layers = rows.filter(({ type }) => type !== 'uncovered');
  const largest = Math.max(0, ...layers.map(({ share }) => thick(share)));
  const shapes = rows.map((row, index): FlowShape => {
    const middle = (index + 1.5) * COLUMN;
    const [left, right] = [middle - COLUMN * 0.62, middle - MARK];
    const [rest, drawn] = [WHOLE * (1 - row.from - row.share), thick(row.share)];
    if (row.type === 'uncovered') {
      return {
        type: row.type,
        stream: drawn > 0 ? box(left, 0, right, drawn) : null,
        branch: null,
        mark: drawn > 0 ? box(right, 0, middle + MARK, drawn) : null,
      };
    }
    return {
      type: row.type,
      stream: rest > 0.01 ? box(left, 0, left + COLUMN, Math.max(rest, LEAST)) : null,
      branch: drawn > 0 ? bent(left, right, Math.max(rest, 0), drawn) : null,
      mark: drawn > 0 ? box(right, WHOLE + GAP, middle + MARK, WHOLE + GAP + drawn) : null,
    };
  });
  const middle = COLUMN / 2;
  return {
    source: { mark: box(middle - MARK, 0, middle + MARK, WHOLE), stream: box(middle + MARK, 0, COLUMN * 0.88, WHOLE) },
    shapes,
    width: (rows.length + 1) * COLUMN,
    height: WHOLE + GAP + largest,
  };
}

function thick(share: number): number {
  return share > 0 ? Math.max(LEAST, share * WHOLE) : 0;
}

function box(left: number, top: number, right: number, bottom: number): string {
  return `M${at(left, top)}L${at(right, top)}L${at(right, bottom)}L${at(left, bottom)}Z`;
}

/** From the lower edge of the stream down to below it, as thick at its end as at its beginning. */
function bent(left: number, right: number, top: number, drawn: number): string {
  const [middle, end] = [(left + right) / 2, WHOLE + GAP];
  return (
    `M${at(left, top)}C${at(middle, top)} ${at(middle, end)} ${at(right, end)}L${at(right, end + drawn)}` +
    `C${at(middle, end + drawn)} ${at(middle, top + drawn)} ${at(left, top + drawn)}Z`
  );
}

function at(x: number, y: number): string {
  return `${String(Math.round(x * 100) / 100)} ${String(Math.round(y * 100) / 100)}`;
}
