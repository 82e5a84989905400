import { z } from 'zod';
import { instantText, nameText, nonNegativeAmount, positiveAmount, signedAmount } from './fields.ts';

const contractMarketRequest = z.strictObject({
  markPrice: positiveAmount('Price used for margin and liquidation, quote per base.'),
  priceAt: instantText('When the mark price was made; left out = at `asOf`.').optional(),
  indexPrice: positiveAmount('Composite spot price, quote per base.').optional(),
  lastGoodMarkPrice: positiveAmount('The last mark price within its band.').optional(),
  fundingRate: signedAmount('Funding rate per interval, as a fraction.').optional(),
  openInterest: nonNegativeAmount('Open interest in contracts.').optional(),
  volatility: nonNegativeAmount('Annualized volatility as a fraction.').optional(),
  depth: nonNegativeAmount('Depth of the order book near the mark, in the quote asset.').optional(),
  initialMarginMultiplier: positiveAmount(
    'What the venue multiplies initial margin by now, within the bounds of the dynamic-margin policy; left out = what that states.',
  ).optional(),
  maintenanceMarginMultiplier: positiveAmount(
    'What the venue multiplies maintenance margin by now, within the same bounds; left out = what that policy states.',
  ).optional(),
});

const assetMarketRequest = z.strictObject({
  price: nonNegativeAmount('What a unit of the asset sells for, in the valuation asset.').optional(),
  priceAt: instantText('When the price was made; left out = at `asOf`.').optional(),
  redemptionPrice: nonNegativeAmount('Price at which the issuer redeems the asset.').optional(),
  totalDeposits: nonNegativeAmount('Amount of the asset deposited at the whole venue.').optional(),
});

export const marketRequest = z
  .strictObject({
    asOf: instantText('The instant of these prices; also chooses the policy set where the query names no `asOf`.'),
    contracts: z.record(nameText('A contract.'), contractMarketRequest).describe('Market facts by contract.'),
    assets: z.record(nameText('An asset.'), assetMarketRequest).optional().describe('Market facts by asset.'),
  })
  .describe('The market that the account is judged in.');

export type MarketRequest = z.output<typeof marketRequest>;
