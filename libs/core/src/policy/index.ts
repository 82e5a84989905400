export { decimalOf, decimalOrNull } from './decimal-of.ts';
export type { Difference, Effect } from './difference.ts';
export { fraction, name, nonNegativeDecimal, positiveDecimal, signedDecimal } from './fields.ts';
export type { PolicyKind, Subject } from './kind.ts';
export type { PolicyEnvelope, PolicySet, PolicyVersion } from './policy.ts';
export type { Scope } from './scope.ts';
