export { canonicalJson } from './canonical-json.ts';
export { CHAIN_START, chainWalk, linkAfter, verifyChain } from './chain.ts';
export type { ChainFault, ChainLink, ChainPlace, ChainWalk } from './chain.ts';
export { digestOf } from './digest.ts';
export type { Sha256 } from './digest.ts';
