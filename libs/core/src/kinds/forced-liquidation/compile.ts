import type { LiquidationRules, StepRule } from '../../liquidation/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import type { ForcedLiquidationDocument } from './schema.ts';

export function compile(document: ForcedLiquidationDocument): LiquidationRules {
  const { limit, conversion, feeEscalation, interval } = document;
  return {
    accountOrder: document.accountOrder,
    positionOrder: document.positionOrder,
    step: stepOf(document.step),
    bounds: {
      fullBelowNotional: decimalOrNull(document.fullBelowNotional),
      fullBelowSize: decimalOrNull(document.fullBelowSize),
      notionalMin: decimalOrNull(document.notionalMin),
      depthShareMax: decimalOrNull(document.depthShareMax),
      cooldownMilliseconds: document.cooldownSeconds * 1000,
      interval:
        interval === null
          ? null
          : { milliseconds: interval.seconds * 1000, notionalMax: decimalOf(interval.notionalMax) },
    },
    exitBuffer: decimalOf(document.exitBuffer),
    limit:
      limit.model === 'spread'
        ? {
            model: 'spread',
            bankruptcyAdjustment: decimalOf(limit.bankruptcyAdjustment),
            spreadToMaintenanceRatio: decimalOf(limit.spreadToMaintenanceRatio),
          }
        : limit,
    assumedFillDiscount: decimalOf(document.assumedFillDiscount),
    fees: {
      feeRate: decimalOf(document.feeRate),
      fundFeeRate: decimalOf(document.fundFeeRate),
      fundFeeShareMax: decimalOf(document.fundFeeShareMax),
      escalation:
        feeEscalation === null
          ? null
          : {
              graceMilliseconds: feeEscalation.graceSeconds * 1000,
              ratePerSecond: decimalOf(feeEscalation.ratePerSecond),
              rateMax: decimalOf(feeEscalation.rateMax),
            },
    },
    surplusTo: document.surplusTo,
    takesOver: document.takeover,
    conversion:
      conversion === null
        ? null
        : {
            sales: conversion.sales.map(({ asset, discount }) => ({ asset, discount: decimalOf(discount) })),
            netMin: new Map(conversion.netLimits.map(({ asset, netMin }) => [asset, decimalOf(netMin)])),
          },
  };
}

function stepOf(step: ForcedLiquidationDocument['step']): StepRule {
  if (step.model === 'fraction') return { model: 'fraction', fraction: decimalOf(step.fraction) };
  if (step.model !== 'shortage') return step;
  const { ramp } = step;
  if (ramp === null) return { model: 'shortage', ramp: null };
  return {
    model: 'shortage',
    ramp: {
      initial: decimalOf(ramp.initialShare),
      durationMilliseconds: ramp.durationSeconds * 1000,
      fullBelowShortage: decimalOf(ramp.fullBelowShortage),
    },
  };
}
