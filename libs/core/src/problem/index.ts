export type { Finding } from './finding.ts';
export { nearestName } from './nearest-name.ts';
export type { Parsed } from './parsed.ts';
export type { Problem } from './problem.ts';
export type { Allowed, Refusal } from './refusal.ts';
export { suggestion } from './suggestion.ts';
