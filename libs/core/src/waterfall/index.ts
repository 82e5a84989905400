export { ALLOCATION_METHODS } from './allocation/allocation.ts';
export type { Allocation, AllocationMethod, AllocationQuestion } from './allocation/allocation.ts';
export { formatFraction } from './allocation/fraction.ts';
export type { Fraction } from './allocation/fraction.ts';
export { SCORE_DECIMALS } from './allocation/participants.ts';
export type { Participants } from './allocation/participants.ts';
