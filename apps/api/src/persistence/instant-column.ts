import type { ValueTransformer } from 'typeorm';

/** An instant of the core, milliseconds, as `timestamptz`. */
export const instantColumn: ValueTransformer = {
  to: (at: number | null | undefined) => (typeof at === 'number' ? new Date(at) : at),
  from: (at: Date | null) => (at === null ? null : at.getTime()),
};
