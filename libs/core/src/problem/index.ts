export type { Finding } from './finding.ts';
export type { Parsed } from './parsed.ts';
export type { Problem } from './problem.ts';
export type { Refusal } from './refusal.ts';
