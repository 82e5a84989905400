import type { Decimal } from '../num/index.ts';
import { isPositive } from '../num/index.ts';
import type { AssetAmount } from './loss-event.ts';
import type { LayerOutcome, WaterfallOutcome } from './waterfall-outcome.ts';
import type { LayerType } from './waterfall-rules.ts';

/** Whose liability ends with the funds in the account. */
export interface BalanceProtection {
  /** Null = every account. */
  readonly protectedTags: ReadonlySet<string> | null;
  /** From 0 to 1: accounts with these tags are to be closed out below this share of their initial margin; null = not asked. */
  readonly closeOutShare: Decimal | null;
}

/**
 * Where a deficit goes: that of a protected account to the waterfall, after which its balance is reset to zero; an account that
 * is not protected owes it. Without any policy nobody is protected. Source: POLICIES, balance protection; ESMA decision
 * (EU) 2018/796, article 2, negative balance protection.
 */
export function deficitGoesTo(
  protection: BalanceProtection | null,
  tags: readonly string[],
): 'waterfall' | 'receivable' {
  if (protection === null) return 'receivable';
  const { protectedTags } = protection;
  return protectedTags === null || tags.some((tag) => protectedTags.has(tag)) ? 'waterfall' : 'receivable';
}

/** A deficit written to zero, with who bore it: Σ borne + uncovered is the deficit. */
export interface BalanceReset {
  readonly deficit: AssetAmount;
  /** The layers that bore something, in their order. */
  readonly borneBy: readonly { readonly layer: LayerType; readonly amount: Decimal }[];
  /** ≥ 0: borne by nobody. The venue owes it; the account does not. */
  readonly uncovered: Decimal;
}

/** The record of the reset that a run of the waterfall ends in; null where there was no deficit. */
export function balanceReset({ deficit, layers, uncovered }: WaterfallOutcome): BalanceReset | null {
  if (deficit === null) return null;
  const borneBy = layers.filter(hasDrawn).map(({ type, drawn }) => ({ layer: type, amount: drawn }));
  return { deficit, borneBy, uncovered };
}

function hasDrawn({ drawn }: LayerOutcome): boolean {
  return isPositive(drawn);
}
