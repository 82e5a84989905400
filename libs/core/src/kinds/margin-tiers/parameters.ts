import { scalarFields } from './diff-fields.ts';

const TIER_FIELDS = ['maintenanceMarginRate', 'maintenanceDeduction', 'leverageMax', 'initialMarginRate'];

/** Every path that a difference of two ladders may have, whatever their models and bases. */
export const parameters: readonly string[] = [
  '/model',
  '/basis',
  '/tiers',
  '/tiers/*',
  ...['notionalCap', 'sizeCap', ...TIER_FIELDS].map((field) => `/tiers/*/${field}`),
  ...scalarFields.map((field) => `/${field}`),
];
