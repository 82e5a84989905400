import { Inject, Injectable } from '@nestjs/common';
import { formatInstant } from '@backstop/core/venue';
import type {
  PolicyListQuery,
  PolicyResource,
  PolicySetQuery,
  PolicySetResource,
  PolicyVersionResource,
  PolicyVersionSummary,
  VersionListQuery,
} from '@backstop/contracts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { catalogRows, policyRow } from './catalog.ts';
import { PolicySetsService } from './policy-sets.service.ts';
import { PolicyVersionRepository } from './policy-version.repository.ts';
import { TimelineService } from './timeline.service.ts';
import { versionResource, versionSummary } from './version-resource.ts';

/** A page of rows and how many there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Reading policies and their versions. */
@Injectable()
export class PoliciesService {
  readonly #timeline: TimelineService;
  readonly #sets: PolicySetsService;
  readonly #versions: PolicyVersionRepository;
  readonly #clock: Clock;

  constructor(
    timeline: TimelineService,
    sets: PolicySetsService,
    versions: PolicyVersionRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#timeline = timeline;
    this.#sets = sets;
    this.#versions = versions;
    this.#clock = clock;
  }

  async list(query: PolicyListQuery): Promise<Page<PolicyResource>> {
    const at = this.#clock();
    const { timeline } = await this.#timeline.viewFor(at);
    const rows = catalogRows(timeline, at, query);
    return { rows: rows.slice(query.offset, query.offset + query.limit), total: rows.length };
  }

  async find(id: string): Promise<PolicyResource> {
    const at = this.#clock();
    const { timeline } = await this.#timeline.viewFor(at);
    const policy = timeline.policies.find((each) => each.policy === id);
    const row = policy === undefined ? null : policyRow(policy, at);
    if (row === null) throw new ProblemError('policy_not_found', `there is no policy ${id.slice(0, 200)}`);
    return row;
  }

  async versions(id: string, query: VersionListQuery): Promise<Page<PolicyVersionSummary>> {
    const at = this.#clock();
    const { timeline } = await this.#timeline.viewFor(at);
    const [stored, total] = await this.#versions.page(id, query);
    if (total === 0) throw new ProblemError('policy_not_found', `there is no policy ${id.slice(0, 200)}`);
    const policy = timeline.policies.find((each) => each.policy === id);
    return { rows: stored.map((each) => versionSummary(each, policy, at)), total };
  }

  async version(id: string, version: string): Promise<PolicyVersionResource> {
    const at = this.#clock();
    const { timeline } = await this.#timeline.viewFor(at);
    const stored = /^[1-9]\d{0,8}$/.test(version) ? await this.#versions.find(id, Number(version)) : null;
    if (stored === null) {
      const what = `version ${version.slice(0, 20)} of policy ${id.slice(0, 200)}`;
      throw new ProblemError('policy_version_not_found', `there is no ${what}`);
    }
    return versionResource(
      stored,
      timeline.policies.find((each) => each.policy === id),
      at,
    );
  }

  async currentSet(query: PolicySetQuery): Promise<PolicySetResource> {
    const { asOf, inForce } = await this.#sets.asked(query);
    const { set, since, until } = inForce;
    return {
      hash: set.hash,
      asOf: formatInstant(asOf),
      since: formatInstant(since),
      nextChangeAt: until === null ? null : formatInstant(until),
      versions: set.versions.map(({ policy, version, kind, title, effectiveFrom, digest }) => ({
        policy,
        version,
        kind,
        title,
        effectiveFrom: formatInstant(effectiveFrom),
        digest,
      })),
    };
  }
}
