import type { Decimal } from '../../num/index.ts';
import type { AdlSwitchFacts } from './adl-switch.ts';

/** A compartment as the ledger knows it when a loss is to be paid; amounts in its asset. */
export interface FundState {
  /** The name of the compartment. */
  readonly compartment: string;
  /** ≥ 0. */
  readonly balance: Decimal;
  /** ≥ 0: paid in the period that ends now, this loss not included. */
  readonly drawnInPeriod: Decimal;
  /** ≥ 0: of it, for the account that loses. */
  readonly drawnForAccount: Decimal;
  /** Whether its switch is on before this loss. */
  readonly isAdlOn: boolean;
  /** What the switch looks at beside the balance, this loss not included; null where it has none. */
  readonly window: Omit<AdlSwitchFacts, 'balance'> | null;
}
