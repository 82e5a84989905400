import { describe, expect, it } from 'vitest';
import type { Finding } from '../../problem/index.ts';
import { explain } from './explain.ts';

const finding = (code: string, observed: string | null, limit: string | null): Finding => ({
  code,
  contract: 'BTCUSDT',
  asset: null,
  values: { observed, limit },
});

describe('says_what_it_did', () => {
  it.each([
    [
      'observed < limit',
      '599999.99',
      'The notional in BTCUSDT, 599999.99, is below 600000, the last cap of its ladder.',
    ],
    ['observed = limit', '600000', 'The notional in BTCUSDT, 600000, is at 600000, the last cap of its ladder.'],
    [
      'observed > limit',
      '600000.01',
      'The notional in BTCUSDT, 600000.01, is above 600000, the last cap of its ladder: ' +
        'the last tier goes on, and no new risk is taken.',
    ],
  ])('notional_above_last_cap where %s', (_relation, observed, sentence) => {
    expect(explain(finding('notional_above_last_cap', observed, '600000'))).toBe(sentence);
  });

  it('size_above_last_cap', () => {
    expect(explain(finding('size_above_last_cap', '11', '10'))).toBe(
      'The size in BTCUSDT, 11, is above 10, the last cap of its ladder: the last tier goes on, and no new risk is taken.',
    );
  });

  it.each([
    ['observed < limit', '19', 'The leverage chosen in BTCUSDT, 19, is below 20, the largest of its tier.'],
    ['observed = limit', '20', 'The leverage chosen in BTCUSDT, 20, is at 20, the largest of its tier.'],
    [
      'observed > limit',
      '50',
      'The leverage chosen in BTCUSDT, 50, is above 20, the largest of its tier: initial margin is that of the tier.',
    ],
  ])('leverage_above_tier_max where %s', (_relation, observed, sentence) => {
    expect(explain(finding('leverage_above_tier_max', observed, '20'))).toBe(sentence);
  });

  it('open_interest_missing', () => {
    expect(explain({ code: 'open_interest_missing', contract: 'BTC-USD', asset: null, values: {} })).toBe(
      'The initial margin in BTC-USD scales with open interest, which is not known, so it cannot be judged.',
    );
  });

  it('a value that is missing is called unknown', () => {
    expect(explain(finding('notional_above_last_cap', null, '600000'))).toBe(
      'The notional in BTCUSDT, unknown, is not comparable with 600000, the last cap of its ladder.',
    );
  });

  it('a code of another kind has no sentence here', () => {
    expect(explain(finding('mark_price_missing', '1', '2'))).toBeNull();
  });
});
