import { describe, expect, it } from 'vitest';
import { formatDecimal, parseDecimal, ZERO } from '../num/index.ts';
import { bankruptcyAmount } from './bankruptcy-amount.ts';

/** A pool of 100 equity at 50 maintenance margin and 1000 notional, of which a long of 400 is closed. */
const HALF = {
  accountValue: '100',
  maintenanceMargin: '50',
  maintenanceMarginReleased: '25',
  netNotionalDelta: '-400',
  notional: '1000',
  notionalClosed: '400',
};

describe('bankruptcy amount: what the part is worth, less its share of the account value', () => {
  it.each([
    ['a long with half of the maintenance margin', {}, '350'],
    ['a short with half of the maintenance margin', { netNotionalDelta: '400' }, '-450'],
    ['all of the maintenance margin: all of the account value', { maintenanceMarginReleased: '50' }, '300'],
    ['account value = 0: the notional', { accountValue: '0' }, '400'],
    ['account value below 0: more than the notional', { accountValue: '-100' }, '450'],
    ['no maintenance margin released: no share', { maintenanceMarginReleased: '0' }, '400'],
    ['maintenance margin rises as a hedge is closed: no share', { maintenanceMarginReleased: '-10' }, '400'],
    ['a share between two units: rounded down, so that the cash is rounded up', { maintenanceMargin: '75' }, '366.67'],
    [
      'a share below 0 between two units: rounded down too',
      { accountValue: '-100', maintenanceMargin: '75' },
      '433.34',
    ],
    ['no maintenance margin at all: a share by notional', { maintenanceMargin: '0' }, '360'],
    ['neither margin nor notional: no share', { maintenanceMargin: '0', notional: '0' }, '400'],
  ])('%s', (_relation, changed, amount) => {
    expect(formatDecimal(bankruptcyAmount(part({ ...HALF, ...changed }), 2))).toBe(amount);
  });
});

function part(words: typeof HALF): Parameters<typeof bankruptcyAmount>[0] {
  return {
    accountValue: read(words.accountValue),
    maintenanceMargin: read(words.maintenanceMargin),
    maintenanceMarginReleased: read(words.maintenanceMarginReleased),
    netNotionalDelta: read(words.netNotionalDelta),
    notional: read(words.notional),
    notionalClosed: read(words.notionalClosed),
  };
}

function read(text: string) {
  return parseDecimal(text) ?? ZERO;
}
