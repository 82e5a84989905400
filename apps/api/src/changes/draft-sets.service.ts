import { Inject, Injectable } from '@nestjs/common';
import { policySetOf } from '@backstop/core/change';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { Instant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { sha256 } from '../persistence/sha256.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import { ChangesService } from './changes.service.ts';
import { documentProblems } from './evidence/document-problems.ts';
import { proposedVersions } from './evidence/proposed-versions.ts';
import { problemsRefused, refuseProblems } from './submission.service.ts';

/** The sets that changes would make. */
@Injectable()
export class DraftSetsService {
  readonly #changes: ChangesService;
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #clock: Clock;

  constructor(
    changes: ChangesService,
    sets: PolicySetsService,
    compiled: CompiledSetsService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#changes = changes;
    this.#sets = sets;
    this.#compiled = compiled;
    this.#clock = clock;
  }

  /** The set in force at an instant with the enforced entries of a change on it; refused where that passes no checks. */
  async setWith(id: string, asOf: Instant, recordedAt: Instant | null): Promise<CompiledSet> {
    const { entries } = await this.#changes.find(id);
    const { set } = await this.#sets.inForce(asOf, recordedAt);
    refuseProblems(documentProblems(entries));
    const enforced = entries.filter(({ mode }) => mode === 'enforce');
    const replaced = new Set(enforced.map(({ policy }) => policy));
    const proposed = proposedVersions(enforced, { from: asOf, until: null }, this.#clock());
    const versions = [
      ...set.versions.filter(({ policy }) => !replaced.has(policy)),
      ...proposed.filter(({ ends }) => !ends),
    ];
    const compiled = this.#compiled.tried(policySetOf(versions, sha256));
    if (compiled.ok) return compiled.value;
    throw problemsRefused(compiled.problems);
  }
}
