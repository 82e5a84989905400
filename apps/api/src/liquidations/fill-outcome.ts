import type { LiquidationFillRequest, LiquidationFillResource } from '@backstop/contracts';
import { formatDecimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { amountOf } from '../funds/stored-fund.ts';
import type { BookedFill } from './fill-booking.service.ts';
import type { FilledPart } from './filled-part.ts';

/** A fill that was reckoned and booked. */
export interface ToldFill {
  readonly id: string;
  readonly liquidation: string;
  readonly fill: LiquidationFillRequest;
  readonly part: FilledPart;
  readonly booked: BookedFill;
  readonly at: Instant;
  readonly by: string;
}

/** What is stored and answered of it: all but its place among the fills and what comes of a scope that it closes. */
export function fillOutcome(told: ToldFill): Omit<LiquidationFillResource, 'sequence' | 'returns' | 'losses'> {
  const { id, liquidation, fill, part, booked, at, by } = told;
  const { settlement, contract, compartment } = part;
  return {
    ...{ id, liquidation, fillId: fill.fillId, step: fill.step, contract: contract.contract },
    size: formatDecimal(decimalOf(fill.size)),
    price: fill.price === undefined ? null : formatDecimal(decimalOf(fill.price)),
    isBeyondLimit: part.isBeyondLimit,
    asset: part.asset,
    received: formatDecimal(part.received),
    bankruptcyAmount: formatDecimal(part.bankruptcyAmount),
    settlementAsset: settlement.asset,
    fee: formatDecimal(part.fee),
    fundFee: formatDecimal(part.fundFee),
    surplus: formatDecimal(part.surplus),
    deficit: formatDecimal(part.deficit),
    fund: compartment?.name ?? null,
    bookedFees: formatDecimal(booked.bookedFees),
    bookedSurplus: formatDecimal(booked.bookedSurplus),
    uncovered: formatDecimal(amountOf(booked.pnl.uncovered, settlement)),
    isBelowFloor: booked.pnl.isBelowFloor,
    recordedAt: formatInstant(at),
    recordedBy: by,
  };
}
