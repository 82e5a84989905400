import { formatInstant } from '@backstop/core/venue';
import type { ChangeEntryResource, EvidenceReport, NoticeDocument } from '@backstop/contracts';
import type { StoredChange } from './stored-change.ts';

/** What a venue tells its users of a change: of a submission, since only that can be told to anybody. */
export function noticeOf(
  { change }: StoredChange,
  {
    report,
    entries,
    phase,
  }: { readonly report: EvidenceReport; readonly entries: readonly ChangeEntryResource[]; readonly phase: string },
): NoticeDocument {
  const effectiveFrom = change.approval?.effectiveFrom ?? change.effectiveFrom;
  const unmoved = report.impact?.shocks[0];
  return {
    format: 1,
    change: change.id,
    digest: change.submission?.digest ?? '',
    phase,
    effectiveFrom: effectiveFrom === null ? null : formatInstant(effectiveFrom),
    effectiveUntil: change.effectiveUntil === null ? null : formatInstant(change.effectiveUntil),
    noticeSeconds: report.requirement.noticeSeconds,
    effect: report.effect,
    summary: report.summary,
    // What is only judged beside concerns nobody.
    policies: entries
      .filter(({ mode }) => mode === 'enforce')
      .map(({ policy, title, scope, before, document, differences }) => ({
        policy,
        title,
        scope,
        before: before?.document ?? null,
        after: document,
        differences,
      })),
    affected:
      report.impact === null || unmoved === undefined
        ? null
        : {
            snapshot: report.impact.snapshot.id,
            asOf: report.impact.snapshot.asOf,
            newlyLiquidatableAccounts: unmoved.newlyLiquidatable.accounts,
          },
  };
}
