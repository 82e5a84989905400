import { kinds } from '@backstop/core/kinds';
import { ladderHistory, type HistoryVersion } from '@backstop/core/kinds/margin-tiers/import';
import { parsePolicy, policyId, type PolicyEnvelope } from '@backstop/core/policy';
import { parseInstant, type Instant } from '@backstop/core/venue';
import { checkPlan } from './check-plan.ts';
import type { FileProblem, ImportPlan, Planned, PlannedChange, PlannedVersion } from './import-plan.ts';
import { plannedVersion } from './planned-version.ts';
import type { Profile } from './read-profile.ts';

/** What a profile would write: its policies as one change, and each day of its history as one more. */
export function planProfile(profile: Profile): Planned<ImportPlan> {
  const problems: FileProblem[] = [];
  const first = profile.policies.map((envelope) => ({ policy: policyId(envelope.kind, envelope.key), envelope }));
  const days = new Map<Instant, HistoryVersion[]>([[profile.effectiveFrom, first]]);
  for (const { effectiveFrom, versions } of historyOf(profile, problems)) {
    const at = parseInstant(effectiveFrom) ?? profile.effectiveFrom;
    days.set(at, [...(days.get(at) ?? []), ...versions]);
  }
  const changes = numbered(days, problems);
  if (problems.length > 0) return { ok: false, problems };
  const unsound = checkPlan(changes);
  if (unsound.length > 0) return { ok: false, problems: unsound };
  return { ok: true, value: { reason: `import of the profile ${profile.name}`, changes } };
}

function historyOf({ history, policies }: Profile, problems: FileProblem[]) {
  if (history === null) return [];
  const read = ladderHistory(history.lines, assetsNamedBy(policies));
  for (const { line, contract, tier, ...problem } of read.problems) {
    const where = [contract ?? '', tier === null ? '' : `tier ${tier}`].filter((part) => part !== '').join(', ');
    const message = where === '' ? problem.message : `${where}: ${problem.message}`;
    problems.push({ ...problem, message, file: `${history.file}:${history.numbers[line - 1] ?? line}` });
  }
  return read.changes;
}

/** Collateral that no contract trades must still be known as an asset. */
export function assetsNamedBy(policies: readonly PolicyEnvelope[]): string[] {
  return policies.flatMap(({ kind, scope, document }) => {
    if (kind === 'valuation') return [(document as { valuationAsset: string }).valuationAsset];
    return scope.assets === undefined || scope.assets === '*' ? [] : [...scope.assets];
  });
}

/** Versions counted per policy in the order of time. */
function numbered(days: ReadonlyMap<Instant, readonly HistoryVersion[]>, problems: FileProblem[]): PlannedChange[] {
  const latest = new Map<string, PlannedVersion>();
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([effectiveFrom, versions]) => ({
      effectiveFrom,
      versions: versions.flatMap(({ policy, envelope }) => {
        const before = latest.get(policy);
        const parsed = envelope === null ? null : parsePolicy(envelope, kinds);
        if (parsed?.ok === false) {
          problems.push(...parsed.problems.map((problem) => ({ ...problem, file: policy })));
          return [];
        }
        const said = parsed?.value ?? before;
        if (said === undefined) {
          problems.push({
            code: 'end_without_policy',
            path: '',
            message: `\`${policy}\` ends before it began`,
            file: policy,
          });
          return [];
        }
        const version = plannedVersion(policy, (before?.version ?? 0) + 1, said, parsed === null);
        latest.set(policy, version);
        return [version];
      }),
    }));
}
