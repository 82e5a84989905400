import { describe, expect, it } from 'vitest';
import { flowOf } from './flow.ts';
import { COLUMN, flowShapes, WHOLE } from './flowShapes.ts';

const layer = (type: string, drawn: string) => ({ type, drawn, limit: null });
const shapesOf = (drawn: readonly string[], uncovered: string) =>
  flowShapes(
    flowOf({
      deficit: { asset: 'USDT', amount: '100' },
      layers: drawn.map((amount, index) => layer(`layer-${String(index)}`, amount)),
      owed: '0',
      uncovered,
    }).rows,
  );
/** How high a rectangle is, from its path. */
const heightOf = (path: string | null): number => {
  const ys = [...(path ?? '').matchAll(/[ML](?:[\d.]+) ([\d.]+)/g)].map(([, y]) => Number(y));
  return ys.length === 0 ? 0 : Math.max(...ys) - Math.min(...ys);
};

describe('the flow of a deficit', () => {
  it('is as thick as what is left of it, and as what leaves it', () => {
    const { shapes, width } = shapesOf(['25', '50'], '25');
    expect(width).toBe(4 * COLUMN);
    expect(shapes.map(({ stream }) => heightOf(stream) / WHOLE)).toEqual([0.75, 0.25, 0.25]);
    expect(shapes.map(({ mark }) => heightOf(mark) / WHOLE)).toEqual([0.25, 0.5, 0.25]);
  });

  it('ends where everything is borne', () => {
    const { shapes } = shapesOf(['100', '0'], '0');
    expect(shapes.map(({ stream, mark }) => [stream !== null, mark !== null])).toEqual([
      [false, true],
      [false, false],
      [false, false],
    ]);
  });

  it('shows also what is very little', () => {
    const { shapes } = shapesOf(['0.000001'], '99.999999');
    expect(heightOf(shapes[0]?.mark ?? null)).toBeGreaterThan(1);
  });
});
