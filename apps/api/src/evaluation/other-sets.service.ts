import { Injectable } from '@nestjs/common';
import { isGranted, type Actor } from '@backstop/core/access';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { Instant } from '@backstop/core/venue';
import type { EvaluationQuery } from '@backstop/contracts';
import { DraftSetsService } from '../changes/draft-sets.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import { CompiledSetsService } from './compiled-sets.service.ts';

/** Sets that are not the one in force at the instant that is asked about. */
@Injectable()
export class OtherSetsService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #drafts: DraftSetsService;

  constructor(sets: PolicySetsService, compiled: CompiledSetsService, drafts: DraftSetsService) {
    this.#sets = sets;
    this.#compiled = compiled;
    this.#drafts = drafts;
  }

  /** How the set is found that a query names; null where it names none. What a change says, only who may read it learns. */
  asked(
    { change, policySet }: Pick<EvaluationQuery, 'change' | 'policySet'>,
    { actor, recordedAt }: { readonly actor: Actor; readonly recordedAt: Instant | null },
  ): ((asOf: Instant) => Promise<CompiledSet>) | null {
    if (policySet !== undefined) return async () => this.#compiled.of(await this.#sets.named(policySet));
    if (change === undefined) return null;
    if (!isGranted(actor, 'change:read')) {
      throw new ProblemError('permission_denied', 'judging by a change takes `change:read` as well');
    }
    return (asOf) => this.#drafts.setWith(change, asOf, recordedAt);
  }
}
