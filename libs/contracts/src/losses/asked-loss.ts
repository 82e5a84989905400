import { z } from 'zod';
import { lossEventRequest } from './loss-request.ts';

export const askedLossResource = z
  .object({
    sequence: z.int().describe('Place among all losses that liquidations asked for.'),
    liquidation: z.uuid().describe('The liquidation that asks.'),
    scope: z.string().describe('The scope that is short: `cross:<asset>` or `isolated:<contract>:<side>`.'),
    askedAt: z.string().describe('When the fill that closed the scope was booked.'),
    event: lossEventRequest.describe('The event to be sent to the losses.'),
  })
  .describe('A loss that a liquidation asked for and nobody has recorded yet.');

export type AskedLossResource = z.output<typeof askedLossResource>;
