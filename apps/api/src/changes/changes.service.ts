import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import { editChange, timelineAt, type Change } from '@backstop/core/change';
import { parseInstant, type Instant } from '@backstop/core/venue';
import type {
  AuditAct,
  ChangeCommentResource,
  ChangeEdit,
  ChangeListQuery,
  ChangeRequest,
  ChangeSummary,
  CommentRequest,
  EntryRequest,
  EvidenceReport,
} from '@backstop/contracts';
import { presentRoles } from '../access/present-roles.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import type { Page } from '../policies/policies.service.ts';
import type { ApprovedVersion } from '../policies/stored-version.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { timelineOf } from '../policies/timeline-of.ts';
import { TimelineService } from '../policies/timeline.service.ts';
import { ChangeListRepository } from './change-list.repository.ts';
import { changeSummaryOf, commentResource } from './change-resource.ts';
import { ChangeRepository } from './change.repository.ts';
import { contentDigest } from './content-digest.ts';
import { numberedVersions } from './numbered-versions.ts';
import { parseEntries } from './parse-entries.ts';
import { refusedAct } from './refused-act.ts';
import { standingApprovalsAt } from './standing-approvals.ts';
import type { StoredChange, StoredEntry } from './stored-change.ts';

/** Drafts: made, edited, talked about, found. */
@Injectable()
export class ChangesService {
  readonly #timeline: TimelineService;
  readonly #changes: ChangeRepository;
  readonly #lists: ChangeListRepository;
  readonly #clock: Clock;

  constructor(
    timeline: TimelineService,
    changes: ChangeRepository,
    lists: ChangeListRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#timeline = timeline;
    this.#changes = changes;
    this.#lists = lists;
    this.#clock = clock;
  }

  async list(query: ChangeListQuery, by: Person): Promise<Page<ChangeSummary>> {
    const at = this.#clock();
    const standing = standingApprovalsAt(await this.#timeline.approved(), at);
    const { rows, total } = await this.#lists.page({ query, by, at, inForce: [...standing] });
    const found = await this.#changes.findMany(rows.map(({ id }) => id));
    const about = new Map(rows.map((row) => [row.id, row]));
    const summaries = found.flatMap((stored) => {
      const listed = about.get(stored.change.id);
      return listed === undefined ? [] : [changeSummaryOf(stored, listed, { at, standing })];
    });
    return { rows: summaries, total };
  }

  /** The change that an id names. */
  async find(id: string, manager?: Transaction): Promise<StoredChange> {
    return found(id, await this.#changes.find(id, manager === undefined ? {} : { manager }));
  }

  /** The same, so that nobody else writes it until the transaction ends. */
  async findLocked(manager: Transaction, id: string): Promise<StoredChange> {
    return found(id, await this.#changes.find(id, { manager, isLocked: true }));
  }

  /** The evidence of a change's present submission; null in a draft. */
  async report({ change }: StoredChange, manager?: Transaction): Promise<EvidenceReport | null> {
    const text = change.submission === null ? null : await this.#changes.evidence(change.submission.evidence, manager);
    return text === null ? null : (JSON.parse(text) as EvidenceReport);
  }

  async create(manager: Transaction, request: ChangeRequest, by: Person): Promise<string> {
    const at = this.#clock();
    const span = spanOf(request);
    refuseEmptySpan(span.effectiveFrom ?? null, span.effectiveUntil ?? null);
    await refuseNobody(manager, request.requestedApprovers);
    const entries = await this.#parsed(manager, request.entries, {
      effectiveFrom: span.effectiveFrom ?? null,
      by: by.id,
      at,
    });
    return this.createFrom(
      manager,
      { entries, reason: request.reason, ...span },
      {
        by,
        at,
        requestedApprovers: request.requestedApprovers,
      },
    );
  }

  /** A new draft of entries that are known to be whole. */
  async createFrom(
    manager: Transaction,
    { entries, reason, effectiveFrom = null, effectiveUntil = null }: DraftContent,
    { by, at, requestedApprovers = [] }: { by: Person; at: Instant; requestedApprovers?: readonly string[] },
  ): Promise<string> {
    const change: Change = {
      ...{ id: randomUUID(), status: 'draft', reason, contributors: [by.id], entries, effectiveFrom, effectiveUntil },
      ...{ submission: null, reviews: [], approval: null },
    };
    await this.#changes.insert(manager, change, { at, requestedApprovers });
    await this.#changes.replaceEntries(manager, change.id, entries);
    await appendAudit(manager, {
      ...{ at, actor: by.id, act: 'change.created', subject: `change:${change.id}` },
      ...{ before: null, after: contentDigest(change), details: { policies: entries.map(({ policy }) => policy) } },
    });
    return change.id;
  }

  /** Another content: a draft again, whatever had been said of the old one. */
  async edit(manager: Transaction, stored: StoredChange, edit: ChangeEdit, by: Person): Promise<StoredChange> {
    const at = this.#clock();
    const span = spanOf(edit);
    const { effectiveFrom, effectiveUntil } = { ...stored.change, ...span };
    refuseEmptySpan(effectiveFrom, effectiveUntil);
    await refuseNobody(manager, edit.requestedApprovers ?? []);
    const entries =
      edit.entries === undefined
        ? stored.entries
        : keepAuthors(stored, await this.#parsed(manager, edit.entries, { effectiveFrom, by: by.id, at }));
    const { reason, requestedApprovers } = edit;
    return this.editTo(manager, stored, {
      ...{ entries, by, at, act: 'change.edited' },
      content: { ...span, ...(reason === undefined ? {} : { reason }) },
      ...(requestedApprovers === undefined ? {} : { requestedApprovers }),
    });
  }

  /** Writes another content, whether somebody typed it or a rebase made it. */
  async editTo(
    manager: Transaction,
    stored: StoredChange,
    { entries, content, by, at, act, requestedApprovers }: DraftEdit,
  ): Promise<StoredChange> {
    const edited = editChange(stored.change, by.id, { ...content, entries });
    if (!edited.ok) throw refusedAct(edited.refusal);
    const written = await this.#changes.update(manager, stored, edited.value, {
      ...{ at, by: by.id, effect: null },
      ...(requestedApprovers === undefined ? {} : { requestedApprovers }),
    });
    await this.#changes.replaceEntries(manager, stored.change.id, entries);
    await appendAudit(manager, {
      ...{ at, actor: by.id, act, subject: `change:${stored.change.id}`, before: contentDigest(stored.change) },
      ...{ after: contentDigest(edited.value), details: { policies: entries.map(({ policy }) => policy) } },
    });
    return { ...written, entries };
  }

  async comment(
    manager: Transaction,
    stored: StoredChange,
    { text, policy, path }: CommentRequest,
    by: Person,
  ): Promise<ChangeCommentResource> {
    if (path !== null && policy === null) {
      throw refused([{ code: 'field_required', path: '/policy', message: 'a row is a row of some policy: say which' }]);
    }
    if (policy !== null && !stored.entries.some((entry) => entry.policy === policy)) {
      throw refused([
        { code: 'unknown_policy', path: '/policy', message: `\`${policy}\` is not a policy of this change` },
      ]);
    }
    const at = this.#clock();
    const changeId = stored.change.id;
    const comment = { id: randomUUID(), changeId, author: by.id, createdAt: at, text, policyId: policy, path };
    await this.#changes.insertComment(manager, comment);
    await appendAudit(manager, {
      ...{ at, actor: by.id, act: 'change.commented', subject: `change:${changeId}`, before: null, after: null },
      details: { comment: comment.id },
    });
    return commentResource(comment);
  }

  async #parsed(
    manager: Transaction,
    requests: readonly EntryRequest[],
    { effectiveFrom, by, at }: { readonly effectiveFrom: Instant | null; readonly by: string; readonly at: Instant },
  ): Promise<readonly StoredEntry[]> {
    const approved = await this.#timeline.approvedIn(manager);
    const numbered = numberedVersions(approved);
    const isApproved = (policy: string, version: number): boolean => numbered(policy, version) !== null;
    const parsed = parseEntries(requests, { inForce: inForceFor(approved, effectiveFrom, at), isApproved }, by);
    if (!parsed.ok) throw refused(parsed.problems);
    return parsed.value;
  }
}

/** What a draft is made of. */
interface DraftContent {
  readonly entries: readonly StoredEntry[];
  readonly reason: string;
  readonly effectiveFrom?: Instant | null;
  readonly effectiveUntil?: Instant | null;
}

interface DraftEdit {
  readonly entries: readonly StoredEntry[];
  readonly content: Partial<Pick<Change, 'reason' | 'effectiveFrom' | 'effectiveUntil'>>;
  readonly by: Person;
  readonly at: Instant;
  readonly act: AuditAct;
  readonly requestedApprovers?: readonly string[];
}

/** The versions in force when a change would take effect: what it is written against. */
export function inForceFor(
  approved: readonly ApprovedVersion[],
  effectiveFrom: Instant | null,
  at: Instant,
): ReadonlyMap<string, ApprovedVersion> {
  const inForce = timelineAt(timelineOf(approved), Math.max(at, effectiveFrom ?? at));
  return new Map(inForce.map((version) => [version.policy, version as ApprovedVersion]));
}

/** An entry that says what it said before stays its author's. */
function keepAuthors(stored: StoredChange, entries: readonly StoredEntry[]): readonly StoredEntry[] {
  const known = new Map(stored.entries.map((entry) => [entry.policy, entry]));
  return entries.map((entry) => {
    const before = known.get(entry.policy);
    const isSame = before?.digest === entry.digest && before.mode === entry.mode;
    return isSame ? { ...entry, writtenBy: before.writtenBy } : entry;
  });
}

function spanOf({ effectiveFrom, effectiveUntil }: Pick<ChangeEdit, 'effectiveFrom' | 'effectiveUntil'>): {
  effectiveFrom?: Instant | null;
  effectiveUntil?: Instant | null;
} {
  return {
    ...(effectiveFrom === undefined ? {} : { effectiveFrom: readInstant(effectiveFrom, '/effectiveFrom') }),
    ...(effectiveUntil === undefined ? {} : { effectiveUntil: readInstant(effectiveUntil, '/effectiveUntil') }),
  };
}

/** One side may have been said before: what counts is what the change would say. */
function refuseEmptySpan(effectiveFrom: Instant | null, effectiveUntil: Instant | null): void {
  if (effectiveFrom === null || effectiveUntil === null || effectiveFrom < effectiveUntil) return;
  const message = 'the change ends before it begins';
  throw refused([{ code: 'change_must_end_after_it_begins', path: '/effectiveUntil', message }]);
}

/** Refuses to ask somebody who is not there. */
async function refuseNobody(manager: Transaction, asked: readonly string[]): Promise<void> {
  const people = await presentRoles(manager, asked);
  const problems = asked.flatMap((id, index) => {
    if (people.has(id)) return [];
    return [{ code: 'unknown_person', path: `/requestedApprovers/${String(index)}`, message: `\`${id}\` is nobody` }];
  });
  if (problems.length > 0) throw refused(problems);
}

function readInstant(text: string | null, path: string): Instant | null {
  if (text === null) return null;
  const at = parseInstant(text);
  if (at !== null) return at;
  throw refused([{ code: 'instant_must_exist', path, message: `there is no instant \`${text}\`` }]);
}

function found(id: string, stored: StoredChange | null): StoredChange {
  if (stored !== null) return stored;
  throw new ProblemError('change_not_found', `there is no change ${id.slice(0, 100)}`);
}
