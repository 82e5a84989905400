export { canonicalJson } from './canonical-json.ts';
export { digestOf } from './digest.ts';
export type { Sha256 } from './digest.ts';
