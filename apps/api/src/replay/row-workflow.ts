import { changeRequest, type EvidenceReport } from '@backstop/contracts';
import type { PolicySet } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import type { ChangeWritesService } from '../changes/change-writes.service.ts';
import type { ChangesService } from '../changes/changes.service.ts';
import type { ReviewService } from '../changes/review.service.ts';
import { tagOf } from '../changes/send-change.ts';
import type { StoredChange } from '../changes/stored-change.ts';
import type { SubmissionService } from '../changes/submission.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { UnitOfWork } from '../persistence/unit-of-work.ts';
import type { HistoryDay, HistoryRow } from './read-history.ts';
import type { ReplayPeople } from './replay-people.ts';
import { rowEntries } from './row-entries.ts';
import { stopsOf, type Stop } from './stops-of.ts';

/** The services of the workflow, the very ones that answer requests. */
export interface WorkflowServices {
  readonly work: UnitOfWork;
  readonly changes: ChangesService;
  readonly writes: ChangeWritesService;
  readonly submission: SubmissionService;
  readonly review: ReviewService;
}

/** What the workflow did with a row. */
export interface Pushed {
  readonly report: EvidenceReport;
  readonly stops: readonly Stop[];
  readonly approvals: number;
  readonly effectiveFrom: Instant | null;
}

/** A row as a change: drafted, submitted, and approved by as many as it takes; what is refused is withdrawn. */
export async function pushRow(
  { row, day, inForce }: { readonly row: HistoryRow; readonly day: HistoryDay; readonly inForce: PolicySet },
  services: WorkflowServices,
  people: ReplayPeople,
): Promise<Pushed> {
  const { work, changes, writes, submission, review } = services;
  const { author } = people;
  const request = changeRequest.parse({ reason: reasonOf(row), entries: rowEntries(row, day, inForce) });
  const id = await work.run((transaction) => changes.create(transaction, request, author));
  const drafted = await changes.find(id);
  const evidence = await submission.gather(drafted);
  const { report } = evidence;
  try {
    await writes.write(id, read(drafted), (transaction, stored) =>
      submission.submit(transaction, stored, evidence, author),
    );
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'change_must_have_no_problems') throw error;
    await writes.write(id, read(drafted), (transaction, stored) =>
      review.withdraw(transaction, stored, author, 'the guardrail stands against it'),
    );
    return { report, stops: stopsOf(evidence.problems), approvals: 0, effectiveFrom: null };
  }
  const { change } = await approve(id, services, people);
  return { report, stops: [], approvals: change.reviews.length, effectiveFrom: change.approval?.effectiveFrom ?? null };
}

/** One approver after the other, until nothing is missing. */
async function approve(
  id: string,
  { changes, writes, review }: WorkflowServices,
  { approvers }: ReplayPeople,
): Promise<StoredChange> {
  for (const by of approvers) {
    const { change } = await changes.find(id);
    if (change.status !== 'submitted') break;
    const digest = change.submission?.digest ?? '';
    await writes.writeTimeline(id, read(await changes.find(id)), (transaction, stored) =>
      review.approve(transaction, stored, { by, digest, comment: '' }),
    );
  }
  return changes.find(id);
}

/** Says that the change was read as it is. */
function read(stored: StoredChange): { readonly headers: { readonly 'if-match': string } } {
  return { headers: { 'if-match': tagOf(stored) } };
}

function reasonOf({ day, contract, kind }: HistoryRow): string {
  return `seen at the venue on ${day}: ${contract} ${kind}`;
}
