export type { LeafTrace } from './trace.ts';
