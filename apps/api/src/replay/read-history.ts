import { contractSpecificationOf } from '@backstop/core/kinds/margin-tiers/import';
import { InvariantError } from '@backstop/core/num';
import type { PolicyEnvelope } from '@backstop/core/policy';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { problemLine } from '../import/import-set.ts';
import type { FileProblem, ImportPlan, PlannedVersion } from '../import/import-plan.ts';
import { assetsNamedBy, planProfile } from '../import/plan-profile.ts';
import { readProfile, type Profile } from '../import/read-profile.ts';
import { StartupError } from '../startup-error.ts';
import type { Sample } from './replay-arguments.ts';
import { sampledLines } from './sampled-lines.ts';

/** A history as it is replayed. */
export interface ReplayedHistory {
  /** What stands before its first row: the set beside it, and a specification that lists no contract yet. */
  readonly start: ImportPlan;
  readonly startsAt: Instant;
  readonly days: readonly HistoryDay[];
}

export interface HistoryDay {
  readonly at: Instant;
  /** In the order of the file. */
  readonly rows: readonly HistoryRow[];
  /** The specification as of this day; null where no contract comes or goes. */
  readonly specification: PlannedVersion | null;
}

/** One row of the history: from its day on a contract has this ladder, or none. */
export interface HistoryRow {
  readonly day: string;
  readonly contract: string;
  readonly kind: 'listed' | 'changed' | 'delisted';
  readonly ladder: PlannedVersion;
}

/** Reads a history and the set beside it. Throws `StartupError` with every problem in it. */
export async function readHistory(folder: string, sample: Sample | null): Promise<ReplayedHistory> {
  const profile = await readProfile(folder);
  if (!profile.ok) throw refused(folder, profile.problems);
  const { history, policies } = profile.value;
  if (history === null) throw new StartupError(`set.json in ${folder} names no history`);
  const lines = sample === null ? history.lines : sampledLines(history.lines, sample);
  const whole = planProfile({ ...profile.value, history: { ...history, lines } });
  if (!whole.ok) throw refused(folder, whole.problems);
  const start = planProfile(startOf(profile.value, contractSpecificationOf([], assetsNamedBy(policies))));
  if (!start.ok) throw refused(folder, start.problems);
  const known = new Map<string, PlannedVersion>();
  const days = whole.value.changes.map(({ effectiveFrom, versions }): HistoryDay => {
    const ladders = versions.filter(({ policy }) => policy.startsWith(LADDER));
    return {
      at: effectiveFrom,
      rows: ladders.map((ladder) => rowOf(ladder, effectiveFrom, known)),
      specification: versions.find(({ kind }) => kind === 'contract-specification') ?? null,
    };
  });
  return { start: start.value, startsAt: profile.value.effectiveFrom, days };
}

const LADDER = 'margin-tiers.';

function startOf(profile: Profile, specification: PolicyEnvelope): Profile {
  return { ...profile, policies: [...profile.policies, specification], history: null };
}

function rowOf(ladder: PlannedVersion, at: Instant, known: Map<string, PlannedVersion>): HistoryRow {
  const before = known.get(ladder.policy);
  known.set(ladder.policy, ladder);
  const kind = ladder.ends ? 'delisted' : before === undefined || before.ends ? 'listed' : 'changed';
  const [contract] = ladder.scope.contracts === '*' ? [] : (ladder.scope.contracts ?? []);
  if (contract === undefined) throw new InvariantError(`${ladder.policy} names no contract`);
  return { day: formatInstant(at).slice(0, 'yyyy-mm-dd'.length), contract, kind, ladder };
}

function refused(folder: string, problems: readonly FileProblem[]): StartupError {
  return new StartupError([`the history in ${folder} has problems:`, ...problems.map(problemLine)].join('\n  '));
}
