import { Inject, Injectable } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import { timelineAt, type Resolutions } from '@backstop/core/change';
import type { Problem } from '@backstop/core/problem';
import type { RebaseConflict, RebaseRequest, RollBackRequest } from '@backstop/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { problemDetailsOf } from '../http/problem-details-of.ts';
import { refused } from '../http/refused.ts';
import { readInstant } from '../policies/policy-sets.service.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { timelineOf } from '../policies/timeline-of.ts';
import { TimelineService } from '../policies/timeline.service.ts';
import { ChangesService, inForceFor } from './changes.service.ts';
import { numberedVersions } from './numbered-versions.ts';
import { rebased } from './rebase.ts';
import { refusedAct } from './refused-act.ts';
import { rollBackEntries } from './roll-back.ts';
import type { StoredChange, StoredEntry } from './stored-change.ts';

/** Drafts that nobody types: one brought up to what is in force, and one that goes back to what was. */
@Injectable()
export class DraftsService {
  readonly #timeline: TimelineService;
  readonly #changes: ChangesService;
  readonly #clock: Clock;

  constructor(timeline: TimelineService, changes: ChangesService, @Inject(CLOCK) clock: Clock) {
    this.#timeline = timeline;
    this.#changes = changes;
    this.#clock = clock;
  }

  /** Writes the rebased change, or gives what has to be decided first; then nothing is written. */
  async rebase(
    manager: Transaction,
    stored: StoredChange,
    resolutions: RebaseRequest['resolutions'],
    by: Person,
  ): Promise<readonly RebaseConflict[]> {
    const at = this.#clock();
    const approved = await this.#timeline.approvedIn(manager);
    const current = inForceFor(approved, stored.change.effectiveFrom, at);
    const numbered = numberedVersions(approved);
    const entries: StoredEntry[] = [];
    const conflicts: RebaseConflict[] = [];
    const problems: Problem[] = [];
    for (const entry of stored.entries) {
      const { policy } = entry;
      const sides = { base: numbered(policy, entry.base), theirs: current.get(policy) ?? null };
      const result = rebased(entry, sides, decisionsOf(policy, resolutions));
      if ('entry' in result) entries.push(result.entry);
      else if ('problems' in result) problems.push(...result.problems.map((each) => inPolicy(policy, each)));
      else conflicts.push(...result.conflicts.map((conflict) => ({ policy, ...conflict })));
    }
    if (conflicts.length > 0) return conflicts;
    if (problems.length > 0) throw refused(problems);
    await this.#changes.editTo(manager, stored, { entries, content: {}, by, at, act: 'change.rebased' });
    return [];
  }

  /** What both sides changed, beside the usual answer, so that whoever decides sees all three values. */
  refuseConflicts(reply: FastifyReply, request: FastifyRequest, conflicts: readonly RebaseConflict[]): void {
    const problems = conflicts.map(({ policy, path }) => ({
      ...{ code: 'conflict', path: `/${policy}${path}` },
      message: 'both sides changed it: say whose value stands',
    }));
    const detail = `${String(conflicts.length)} ${conflicts.length === 1 ? 'place was' : 'places were'} changed on both sides`;
    const body = problemDetailsOf('change_has_conflicts', { detail, requestId: request.id, problems });
    void reply.code(body.status).header('content-type', 'application/problem+json; charset=utf-8');
    void reply.send(JSON.stringify({ ...body, conflicts }));
  }

  /** A draft back to an earlier set: its id. */
  async rollBack(manager: Transaction, { asOf, policies, reason }: RollBackRequest, by: Person): Promise<string> {
    const at = this.#clock();
    const to = readInstant(asOf, '/asOf');
    const approved = await this.#timeline.approvedIn(manager);
    if (timelineAt(timelineOf(approved), to).length === 0) {
      throw new ProblemError('no_policy_set_in_force', `no policy set was in force at ${asOf}`);
    }
    const only = policies === undefined ? null : new Set(policies);
    const entries = rollBackEntries(approved, { to, at, policies: only }, by.id);
    if (entries.length === 0) {
      const message = `what was in force at ${asOf} is in force now`;
      throw refusedAct({ code: 'roll_back_must_change_something', message });
    }
    const why = reason.trim() === '' ? `Roll back to what was in force at ${asOf}.` : reason;
    return this.#changes.createFrom(manager, { entries, reason: why }, { by, at });
  }
}

function decisionsOf(policy: string, resolutions: RebaseRequest['resolutions']): Resolutions {
  return new Map(resolutions.filter((each) => each.policy === policy).map(({ path, take }) => [path, take]));
}

function inPolicy(policy: string, problem: Problem): Problem {
  return { ...problem, path: `/${policy}${problem.path}` };
}
