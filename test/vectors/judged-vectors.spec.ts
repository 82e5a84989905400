import { describe, expect, it } from 'vitest';
import { absolute, formatDecimal, lessOrEqual, subtract } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { figureOf } from './figures.ts';
import { readVectors, textIn } from './read-vectors.ts';
import type { Vector } from './read-vectors.ts';
import { accountOfVector } from './vector-account.ts';

const FAMILIES = [
  'maintenance-margin',
  'initial-margin',
  'rounded-margins',
  'order-margin',
  'liquidation-trigger',
  'liquidation-price',
  'bankruptcy-price',
];

describe.each(FAMILIES)('published: %s', (name) => {
  const { documents, vectors } = readVectors(name);

  it.each(vectors)('$id', (vector) => {
    const question = accountOfVector(vector, documents);
    for (const result of Object.keys(vector.expected)) {
      const figure = figureOf(result)(question, vector);
      if (typeof figure === 'boolean') expect(figure).toBe(vector.expected[result]);
      else expectWithin(figure === null ? 'null' : formatDecimal(figure), result, vector);
    }
  });
});

/** Equal where the source is exact, else within the rounding that it printed. */
function expectWithin(figure: string, result: string, vector: Vector): void {
  const stated = textIn(vector.expected, result);
  if (vector.tolerance === '0') {
    expect(figure, result).toBe(formatDecimal(decimalOf(stated)));
    return;
  }
  const distance = absolute(subtract(decimalOf(figure), decimalOf(stated)));
  const isWithin = lessOrEqual(distance, decimalOf(vector.tolerance));
  expect(isWithin, `${result}: ${figure} within ${vector.tolerance} of ${stated}`).toBe(true);
}
