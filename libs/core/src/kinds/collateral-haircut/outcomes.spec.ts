import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../num/index.ts';
import { outcomes } from './outcomes.ts';
import { schema } from './schema.ts';

const ladder = (border: string, weight: string, liability: object | null = null) => ({
  model: 'ladder',
  tiers: [
    { valueFloor: '0', valueCap: border, weight: '0.9' },
    { valueFloor: border, valueCap: null, weight },
  ],
  liability,
});
const deposits = (depositsStart: string) => ({ model: 'deposits', weight: '0.8', depositsStart });
const discount = (factor: string) => ({ model: 'size-discount', weight: '0.9', factor });

function told(before: object, after: object): string[] {
  return outcomes(schema.parse(before), schema.parse(after)).map((move) => {
    const [from, to] = [move.before, move.after].map((value) => (value === null ? 'null' : formatDecimal(value)));
    return `${move.outcome} ${move.where}: ${from ?? ''} → ${to ?? ''}`;
  });
}

describe('what a haircut comes to', () => {
  it('at the borders of both ladders, between them and beyond', () => {
    expect(told(ladder('100', '0.5'), ladder('200', '0.4'))).toEqual([
      'collateralValue amount 50: 45 → 45',
      'collateralValue amount 100: 90 → 90',
      'collateralValue amount 150: 115 → 135',
      'collateralValue amount 200: 140 → 180',
      'collateralValue amount 400: 240 → 260',
    ]);
  });

  it('for a debt too, where either says what one costs', () => {
    const moves = told(ladder('100', '0.5'), ladder('100', '0.5', { weight: '1.2' }));
    expect(moves).toContain('debtValue debt 10: 10 → 12');
    expect(moves.filter((move) => move.startsWith('debtValue'))).toHaveLength(16);
  });

  it('by the deposits of the venue where the weight falls with those', () => {
    expect(told(deposits('1000'), deposits('500'))).toEqual([
      'collateralValue deposits 250: 0.8 → 0.8',
      'collateralValue deposits 500: 0.8 → 0.8',
      'collateralValue deposits 750: 0.8 → 0.53333333',
      'collateralValue deposits 1000: 0.8 → 0.4',
      'collateralValue deposits 2000: 0.4 → 0.2',
    ]);
  });

  it('by powers of ten where the weight falls with size', () => {
    const moves = told(discount('0'), discount('0.1'));
    expect(moves).toHaveLength(16);
    expect(moves).toContain('collateralValue amount 10000: 9000 → 1000');
  });

  it('of two models has no measure in common, and says so', () => {
    expect(told(discount('0'), deposits('1'))).toEqual(['collateralValue any amount: null → null']);
  });
});
