import { expect, test } from 'vitest';
import type { DraftEntry } from './draft.ts';
import { placeIn } from './useEntryPlaces.ts';

const entry: DraftEntry = {
  policy: 'margin-tiers.BTCUSDT',
  base: 1,
  title: 'BTC',
  scope: { about: 'all-contracts', names: '', tags: '' },
  text: JSON.stringify({ tiers: [{ notionalFloor: '0' }, { notionalFloor: '50' }] }),
  ends: false,
  mode: 'enforce',
};

test.each([
  ['/entries/0/document/tiers/1', '/tiers/1', true],
  ['/entries/0/title', '/title', false],
  ['/margin-tiers.BTCUSDT/document/tiers/1', '/tiers/1', true],
  ['/margin-tiers.BTCUSDT/document', '', true],
  ['/margin-tiers.BTCUSDT/tiers/notionalFloor=50', '/tiers/1', true],
  ['/margin-tiers.BTCUSDT/scope/contracts/0', '/scope/contracts/0', false],
  ['/margin-tiers.BTCUSDT', '', false],
])('%s leads to %s of its policy', (pointer, place, isInDocument) => {
  expect(placeIn([entry], pointer)).toEqual({ policy: entry.policy, pointer: place, isInDocument });
});

test.each(['', '/reason', '/entries/7/document', '/margin-tiers.ETHUSDT'])(
  '%j is no place of a policy here',
  (pointer) => {
    expect(placeIn([entry], pointer)).toBeNull();
  },
);
