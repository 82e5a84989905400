import type { VersionReference } from '../decision/index.ts';
import { maximum, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { assessPenalty, snapshotBefore } from '../penalty/index.ts';
import type { Day, PenaltyAssessment, ShortfallPenaltyRules } from '../penalty/index.ts';
import type { Finding, Parsed } from '../problem/index.ts';
import type { AccountState, Instant } from '../venue/index.ts';
import { deficitGoesTo } from '../waterfall/index.ts';
import { precisionOf } from './contract-parts.ts';
import { judge } from './evaluate.ts';
import type { Evaluation } from './evaluate.ts';
import type { JudgeContext } from './judge-context.ts';
import type { PoolJudgement } from './judgement.ts';

/** What the margin shortfalls of an account cost on one day, scope by scope. */
export interface AccountPenalties {
  /** The policy that says so; null where none is in force for the account: then nothing is due. */
  readonly policy: VersionReference | null;
  /** The day that is judged; null without a policy. */
  readonly day: Day | null;
  /** The snapshot of that day: the last one at or before the instant that was asked about. */
  readonly snapshotAt: Instant | null;
  readonly scopes: readonly ScopePenalty[];
}

/** Amounts in the asset of the scope. */
export interface ScopePenalty {
  readonly key: string;
  readonly asset: string;
  /** ≥ 0; null where the scope cannot be judged: then `indeterminate` says why, and nothing is due. */
  readonly shortfall: Decimal | null;
  /** What it is short of; null where that is a receivable, or not known. */
  readonly margin: Decimal | null;
  readonly assessment: PenaltyAssessment | null;
  readonly indeterminate: readonly Finding[];
}

/**
 * The penalties of an account as it stood at the last snapshot: account and market are those of that instant, earlier
 * days are those of `account.state`. Problems only where the account names what the set does not know.
 */
export function assessPenalties(question: Omit<Evaluation, 'explain' | 'sha256'>): Parsed<AccountPenalties> {
  const judged = judge(question);
  if (!judged.ok) return judged;
  const { set, account, market, asOf } = question;
  const policies = set.forTags(account.tags);
  const policy = policies.shortfallPenalty;
  if (policy === null) return { ok: true, value: { policy: null, day: null, snapshotAt: null, scopes: [] } };
  const { day, at } = snapshotBefore(policy.compiled.snapshot, asOf);
  const context = { set, policies, account, market, at: asOf };
  const scopes = judged.value.pools.map((pool) => scopePenalty(context, policy.compiled, { pool, day }));
  return { ok: true, value: { policy: policy.reference, day, snapshotAt: at, scopes } };
}

function scopePenalty(
  context: JudgeContext,
  rules: ShortfallPenaltyRules,
  { pool: judged, day }: { readonly pool: PoolJudgement; readonly day: Day },
): ScopePenalty {
  const { key, asset } = judged.pool;
  const { state } = context.account;
  const { figures } = judged;
  const short = shortfallOf(rules.base, judged, state);
  if (figures === null || short === null) {
    return { key, asset, shortfall: null, margin: null, assessment: null, indeterminate: judged.indeterminate };
  }
  const assessment = assessPenalty(rules, {
    ...short,
    day,
    accountValue: figures.accountValue,
    isProtected: isProtected(context),
    history: recorded(state, key, 'shortfall'),
    resetOn: lastOf(recorded(state, key, 'balance-reset').filter((reset) => reset <= day)),
    precision: precisionOf(context, asset),
  });
  return { key, asset, ...short, assessment, indeterminate: [] };
}

/** What is missing, and of which margin; null where that is not known. */
function shortfallOf(
  base: ShortfallPenaltyRules['base'],
  { pool, figures }: PoolJudgement,
  state: AccountState | null,
): { readonly shortfall: Decimal; readonly margin: Decimal | null } | null {
  if (base === 'receivable') {
    const owed = state?.receivables.find(({ scope }) => scope === pool.key)?.amount ?? ZERO;
    return { shortfall: owed, margin: null };
  }
  const margin = (base === 'initial' ? figures?.initialMargin : figures?.maintenanceMargin) ?? null;
  if (figures === null || margin === null) return null;
  const missing = subtract(margin, figures.equity);
  return { shortfall: maximum(missing, ZERO), margin };
}

function lastOf(days: readonly Day[]): Day | null {
  return days.toSorted().at(-1) ?? null;
}

/** What a protected account does not pay, nobody owes. */
function isProtected({ set, account: { tags } }: JudgeContext): boolean {
  return deficitGoesTo(set.losses(tags).protection?.compiled ?? null, tags) === 'waterfall';
}

function recorded(state: AccountState | null, key: string, event: 'shortfall' | 'balance-reset'): Day[] {
  const rows = state?.shortfalls ?? [];
  return rows.filter((row) => row.scope === key && row.event === event).map((row) => row.day);
}
