export type { ScopeFacts } from './scope-facts.ts';
export type { LeafTrace } from './trace.ts';
