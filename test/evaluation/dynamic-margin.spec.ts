import { describe, expect, it } from 'vitest';
import type { ContractMarketWords } from '../builders/market-of.ts';
import { plainDecision, PLAIN_VENUE } from '../builders/plain-venue.ts';

const policy = {
  kind: 'dynamic-margin',
  key: 'BTCUSDT',
  scope: { contracts: ['BTCUSDT'] },
  document: {
    initial: { multiplier: '1.5', multiplierMin: '1', multiplierMax: '4' },
    maintenance: { multiplier: '1', multiplierMin: '1', multiplierMax: '3' },
  },
};
const venue = { ...PLAIN_VENUE, more: [policy] };

/** One long of 1 BTC at 50,000 with twenty times leverage, and a short of 10 ETH that no dynamic margin speaks about. */
function decision(BTCUSDT: Exclude<ContractMarketWords, string> = {}, balance = '10000') {
  return plainDecision({
    venue,
    account: {
      collateral: [['USDT', balance]],
      positions: [
        { contract: 'BTCUSDT', size: '1', entryPrice: '50000', leverage: '20' },
        { contract: 'ETHUSDT', size: '-10', entryPrice: '2500', leverage: '20' },
      ],
    },
    market: { contracts: { BTCUSDT: { markPrice: '50000', ...BTCUSDT }, ETHUSDT: '2500' } },
  });
}

function margins(market: Exclude<ContractMarketWords, string>): (readonly (string | null)[])[] {
  const [scope] = decision(market).scopes;
  return (scope?.positions ?? []).map(({ contract, initialMargin, maintenanceMargin }) => {
    return [contract, initialMargin, maintenanceMargin];
  });
}

describe('margins under a dynamic-margin policy', () => {
  it.each<[string, Exclude<ContractMarketWords, string>, string, string]>([
    ['market states nothing: what the policy states', {}, '3750', '250'],
    ['market = 1', { initialMarginMultiplier: '1' }, '2500', '250'],
    ['both are stated', { initialMarginMultiplier: '2', maintenanceMarginMultiplier: '2.5' }, '5000', '625'],
    [
      'stated > largest: the largest',
      { initialMarginMultiplier: '5', maintenanceMarginMultiplier: '9' },
      '10000',
      '750',
    ],
    [
      'stated < least: the least',
      { initialMarginMultiplier: '0.1', maintenanceMarginMultiplier: '0.1' },
      '2500',
      '250',
    ],
  ])('%s', (_, market, initial, maintenance) => {
    expect(margins(market)).toEqual([
      ['BTCUSDT', initial, maintenance],
      ['ETHUSDT', '1250', '125'],
    ]);
  });

  it('raise initial margin to maintenance margin where their own factor leaves it below', () => {
    const low = { ...policy, document: { ...policy.document, maintenance: { multiplier: '12', multiplierMax: '12' } } };
    const [scope] = plainDecision({
      venue: { ...PLAIN_VENUE, more: [low] },
      account: {
        collateral: [['USDT', '10000']],
        positions: [{ contract: 'BTCUSDT', size: '1', entryPrice: '50000', leverage: '100' }],
      },
      market: { contracts: { BTCUSDT: { markPrice: '50000', initialMarginMultiplier: '1' } } },
    }).scopes;
    expect(scope?.maintenanceMargin).toBe('3000');
    expect(scope?.initialMargin).toBe('3000');
  });

  it('can liquidate, and the decision says by what and names the policy', () => {
    const balance = '500';
    expect(decision({}, balance).outcome).toBe('pass');
    const { outcome, scopes, policySet } = decision({ maintenanceMarginMultiplier: '3' }, balance);
    expect(outcome).toBe('breach');
    const sentences = scopes[0]?.findings.map(({ sentence }) => sentence);
    expect(sentences).toContain('margins of BTCUSDT are multiplied: initial margin by 1.5, maintenance margin by 3');
    expect(policySet.versions).toContainEqual({ policy: 'dynamic-margin.BTCUSDT', version: 1 });
  });

  it('leave no trace where both factors are 1', () => {
    const { scopes } = decision({ initialMarginMultiplier: '1', maintenanceMarginMultiplier: '1' });
    expect(scopes[0]?.findings.map(({ code }) => code)).not.toContain('margin_is_multiplied');
  });

  it('are another input where the market states another factor, and the same where it states none', () => {
    const hashes = [{}, { maintenanceMarginMultiplier: '1' }, { initialMarginMultiplier: '1' }].map(
      (market) => decision(market).inputHash,
    );
    expect(new Set(hashes).size).toBe(3);
  });
});
