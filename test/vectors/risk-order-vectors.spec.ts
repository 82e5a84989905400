import { describe, expect, it } from 'vitest';
import { compareRisk } from '@backstop/core/margin';
import type { RiskFigures } from '@backstop/core/margin';
import { decimalOf } from '@backstop/core/policy';
import { readVectors, textIn } from './read-vectors.ts';
import type { Vector } from './read-vectors.ts';

describe('published: risk-order', () => {
  it.each(readVectors('risk-order').vectors)('$id', ({ inputs, expected }) => {
    const order = compareRisk(figuresIn(inputs, 'first'), figuresIn(inputs, 'second'));
    expect(String(order)).toBe(textIn(expected, 'compare'));
  });
});

/** `nc` is equity, `mmr` the maintenance margin. */
function figuresIn(inputs: Vector['inputs'], name: string): RiskFigures {
  const figures = inputs[name];
  if (typeof figures !== 'object' || figures === null || Array.isArray(figures))
    throw new Error(`no figures \`${name}\``);
  const fields = figures as Vector['inputs'];
  return { equity: decimalOf(textIn(fields, 'nc')), maintenanceMargin: decimalOf(textIn(fields, 'mmr')) };
}
