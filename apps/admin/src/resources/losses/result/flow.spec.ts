import { expect, it } from 'vitest';
import { flowOf } from './flow.ts';

const layer = (type: string, drawn: string) => ({ type, drawn, limit: null });

it('lays layers one below the other, and says whether all of it adds up', () => {
  const loss = {
    deficit: { asset: 'USDT', amount: '9007199254740993.01' },
    layers: [layer('insurance-fund', '9007199254740992'), layer('socialization', '1')],
    owed: '0',
    uncovered: '0.01',
  };
  const { rows, total, isWhole } = flowOf(loss);
  expect(rows.map(({ type }) => type)).toEqual(['insurance-fund', 'socialization', 'uncovered']);
  expect({ total, isWhole }).toEqual({ total: '9007199254740993.01', isWhole: true });
  expect(flowOf({ ...loss, uncovered: '0' }).isWhole).toBe(false);
});

it('begins each bar where the one before ends', () => {
  const { rows } = flowOf({
    deficit: { asset: 'USDT', amount: '100' },
    layers: [layer('insurance-fund', '25'), layer('socialization', '50')],
    owed: '0',
    uncovered: '25',
  });
  expect(rows.map(({ from, share }) => [from, share])).toEqual([
    [0, 0.25],
    [0.25, 0.5],
    [0.75, 0.25],
  ]);
});

it('draws nothing where nothing is missing', () => {
  const { rows, isWhole } = flowOf({ deficit: null, layers: [layer('adl', '0')], owed: '0', uncovered: '0' });
  expect(rows.map(({ from, share }) => [from, share])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(isWhole).toBe(true);
});

it('names what the account owes before what nobody bears', () => {
  const { rows, isWhole } = flowOf({
    deficit: { asset: 'USDT', amount: '100' },
    layers: [layer('account-residual', '40'), layer('insurance-fund', '0')],
    owed: '60',
    uncovered: '0',
  });
  expect(rows.map(({ type, drawn }) => `${type} ${drawn}`)).toEqual([
    'account-residual 40',
    'insurance-fund 0',
    'owed 60',
    'uncovered 0',
  ]);
  expect(isWhole).toBe(true);
});
