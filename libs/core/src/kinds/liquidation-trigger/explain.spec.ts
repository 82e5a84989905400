import { describe, expect, it } from 'vitest';
import type { Finding } from '../../problem/index.ts';
import { explain } from './explain.ts';

const told = (code: string, values: Finding['values'] = {}) =>
  explain({ code, contract: 'BTCUSDT', asset: null, values });

describe('explain', () => {
  it.each<[string, Finding['values'], string]>([
    ['mark_price_missing', {}, 'The mark price of `BTCUSDT` is not known, so its positions cannot be judged.'],
    [
      'mark_price_stale',
      { observed: '2026-01-01T00:00:09.999Z', limit: '2026-01-01T00:00:10Z' },
      'The mark price of `BTCUSDT`, of 2026-01-01T00:00:09.999Z, is older than the oldest that is believed, 2026-01-01T00:00:10Z.',
    ],
    [
      'mark_price_stale',
      { observed: '2026-01-01T00:00:10Z', limit: '2026-01-01T00:00:10Z' },
      'The mark price of `BTCUSDT`, of 2026-01-01T00:00:10Z, is exactly the oldest that is believed, 2026-01-01T00:00:10Z.',
    ],
    [
      'mark_price_stale',
      { observed: '2026-01-01T00:00:11Z', limit: '2026-01-01T00:00:10Z' },
      'The mark price of `BTCUSDT`, of 2026-01-01T00:00:11Z, is newer than the oldest that is believed, 2026-01-01T00:00:10Z.',
    ],
    [
      'mark_price_outside_index_band',
      { observed: '110.1', limit: '100 ± 10' },
      'The mark price of `BTCUSDT`, 110.1, is outside the band around its index price, 100 ± 10.',
    ],
    [
      'mark_price_outside_index_band',
      { observed: '90', limit: '100 ± 10' },
      'The mark price of `BTCUSDT`, 90, is at the edge of the band around its index price, 100 ± 10.',
    ],
    [
      'mark_price_outside_last_good_band',
      { observed: '90.1', limit: '100 ± 10' },
      'The mark price of `BTCUSDT`, 90.1, is inside the band around its last good mark price, 100 ± 10.',
    ],
    [
      'mark_price_outside_last_good_band',
      { observed: null, limit: null },
      'The mark price of `BTCUSDT`, unknown, is not comparable with the band around its last good mark price, unknown.',
    ],
    [
      'fact_unknown',
      { fact: 'maintenanceMargin' },
      'The fact maintenance margin is not known, so the rule that asks for it cannot be judged.',
    ],
    [
      'liquidation_on_hold',
      { observed: 'index outage', limit: '2026-01-01T06:00:00Z' },
      'Liquidation of `BTCUSDT` is on hold until 2026-01-01T06:00:00Z: index outage.',
    ],
    [
      'no_history_enter_thresholds_apply',
      {},
      'No history of the account is given, so the conditions for entering a zone apply, not those for leaving one.',
    ],
  ])('%s', (code, values, sentence) => {
    expect(told(code, values)).toBe(sentence);
  });

  it('has nothing to say about a finding of another kind', () => {
    expect(told('notional_above_last_cap')).toBeNull();
  });
});
