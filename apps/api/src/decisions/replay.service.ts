import { Injectable } from '@nestjs/common';
import { linkAfter } from '@backstop/core/canonical';
import type { PolicySet } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import type { DecisionReplay } from '@backstop/contracts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { LossReplayService } from '../losses/loss-replay.service.ts';
import { sha256 } from '../persistence/sha256.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import type { DecisionBody } from './decision-body.ts';
import type { LoggedEntry } from './decision-rows.ts';
import { instantOfEntry, redecided } from './redecided.ts';
import { typeOf } from './type-of.ts';

type Fault = NonNullable<DecisionReplay['fault']>;

/** What is decided now, and what is wrong with what is stored of it. */
interface Replayed {
  readonly decision: string | null;
  readonly explained: string | null;
  readonly fault: Fault | null;
}

const NOTHING: Replayed = { decision: null, explained: null, fault: null };

/** Decides once more what is in the log. */
@Injectable()
export class ReplayService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #losses: LossReplayService;

  constructor(sets: PolicySetsService, compiled: CompiledSetsService, losses: LossReplayService) {
    this.#sets = sets;
    this.#compiled = compiled;
    this.#losses = losses;
  }

  /** Whether an entry's question has the same answer now, to the byte, under the set that decided then. */
  async replay(entry: LoggedEntry, isExplained: boolean): Promise<DecisionReplay> {
    const { sequence, previous, hash, body } = entry;
    // What is not what was logged is not asked again.
    const isWhole = linkAfter({ sequence: sequence - 1, hash: previous }, body, sha256).hash === hash;
    if (!isWhole) {
      const message = `entry ${String(sequence)} of the log is not what was logged`;
      return replayOf(entry, { ...NOTHING, fault: { code: 'link_must_match_its_hash', message } });
    }
    const logged = body as DecisionBody;
    const set = await this.#setOf(logged);
    if (set === null) {
      const message = `no policy set with the hash ${logged.policySet} was in force at ${logged.asOf}`;
      return replayOf(entry, { ...NOTHING, fault: { code: 'policy_set_must_be_found', message } });
    }
    const replayed = await this.#decidedOnceMore(logged, set, isExplained);
    if (replayed.fault !== null || replayed.decision === logged.decision) return replayOf(entry, replayed);
    const message = 'the same question under the same policy set is decided otherwise than the log has it';
    return replayOf(entry, { ...replayed, fault: { code: 'replay_must_decide_the_same', message } });
  }

  async #decidedOnceMore(logged: DecisionBody, policySet: PolicySet, isExplained: boolean): Promise<Replayed> {
    const set = this.#compiled.of(policySet);
    if (logged.type !== 'loss') return { ...redecided(logged, set, isExplained), fault: null };
    const { outcome, fault } = await this.#losses.replay(logged, { policySet, set });
    return { decision: outcome, explained: null, fault };
  }

  /** The set that decided: the one in force at the instant, as far as is known now, or was known when it was decided. */
  async #setOf({ policySet, asOf, knownAt, recordedAt }: DecisionBody): Promise<PolicySet | null> {
    const at = instantOfEntry(asOf);
    for (const known of [knownAt === null ? null : instantOfEntry(knownAt), instantOfEntry(recordedAt)]) {
      const set = await this.#inForce(at, known);
      if (set?.hash === policySet) return set;
    }
    return null;
  }

  async #inForce(asOf: Instant, knownAt: Instant | null): Promise<PolicySet | null> {
    try {
      return (await this.#sets.inForce(asOf, knownAt)).set;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'no_policy_set_in_force') return null;
      throw error;
    }
  }
}

/** Whoever wrote to the entry past the service may have left out what an entry has. */
function replayOf({ body, type }: LoggedEntry, { decision, explained, fault }: Replayed): DecisionReplay {
  const { decisionId = '', policySet = '', decisionDigest = '' } = { ...(body as Partial<DecisionBody>) };
  const replayed = decision === null ? null : { decisionDigest: sha256(decision), decision, explained };
  return { decisionId, type: typeOf(type), same: fault === null, fault, policySet, decisionDigest, replayed };
}
