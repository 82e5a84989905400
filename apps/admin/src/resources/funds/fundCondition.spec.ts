import { describe, expect, it } from 'vitest';
import { fundCondition, payableOf } from './fundCondition.ts';

const policy = { policy: 'insurance-fund.default', version: 1 };

describe('what is said of a compartment', () => {
  it.each([
    ['no policy declares it', { balance: '5', floor: null, policy: null }, 'undeclared', '0'],
    ['balance = 0', { balance: '0', floor: '0', policy }, 'empty', '0'],
    ['balance = 0 < floor', { balance: '0', floor: '9', policy }, 'empty', '0'],
    ['0 < balance < floor', { balance: '99.99', floor: '100', policy }, 'below_floor', '0'],
    ['balance = floor', { balance: '100', floor: '100.00', policy }, 'at_floor', '0'],
    ['balance > floor', { balance: '100.01', floor: '100', policy }, 'paying', '0.01'],
    [
      'more than a float holds',
      { balance: '9007199254740993.01', floor: '9007199254740993', policy },
      'paying',
      '0.01',
    ],
  ])('%s', (_name, fund, condition, payable) => {
    expect(fundCondition(fund)).toBe(condition);
    expect(payableOf(fund)).toBe(payable);
  });
});
