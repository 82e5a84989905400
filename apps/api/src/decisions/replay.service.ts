import { Injectable } from '@nestjs/common';
import { linkAfter, type ChainLink } from '@backstop/core/canonical';
import { evaluate, type CompiledSet } from '@backstop/core/evaluation';
import { InvariantError } from '@backstop/core/num';
import type { PolicySet } from '@backstop/core/policy';
import { parseInstant, type Instant } from '@backstop/core/venue';
import { parseEvaluation, type DecisionReplay } from '@backstop/contracts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { sha256 } from '../persistence/sha256.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import type { DecisionBody } from './decision-body.ts';
import { requestOfInput } from './request-of-input.ts';

type Fault = NonNullable<DecisionReplay['fault']>;

/** Decides once more what is in the log. */
@Injectable()
export class ReplayService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;

  constructor(sets: PolicySetsService, compiled: CompiledSetsService) {
    this.#sets = sets;
    this.#compiled = compiled;
  }

  /** Whether an entry's question has the same decision now, to the byte, under the set that decided then. */
  async replay({ sequence, previous, hash, body }: ChainLink): Promise<DecisionReplay> {
    // What is not what was logged is not asked again.
    const isWhole = linkAfter({ sequence: sequence - 1, hash: previous }, body, sha256).hash === hash;
    const logged = body as DecisionBody;
    if (!isWhole) {
      const message = `entry ${String(sequence)} of the log is not what was logged`;
      return replayOf(logged, null, { code: 'link_must_match_its_hash', message });
    }
    const set = await this.#setOf(logged);
    if (set === null) {
      const message = `no policy set with the hash ${logged.policySet} was in force at ${logged.asOf}`;
      return replayOf(logged, null, { code: 'policy_set_must_be_found', message });
    }
    const decision = decisionOf(logged, set);
    if (decision === logged.decision) return replayOf(logged, decision, null);
    const message = 'the same question under the same policy set is decided otherwise than the log has it';
    return replayOf(logged, decision, { code: 'replay_must_decide_the_same', message });
  }

  /** The set that decided: the one in force at the instant, as far as is known now, or was known when it was decided. */
  async #setOf({ policySet, asOf, knownAt, recordedAt }: DecisionBody): Promise<CompiledSet | null> {
    const at = instantOf(asOf);
    for (const known of [knownAt === null ? null : instantOf(knownAt), instantOf(recordedAt)]) {
      const set = await this.#inForce(at, known);
      if (set?.hash === policySet) return this.#compiled.of(set);
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

function decisionOf({ input, asOf }: DecisionBody, set: CompiledSet): string {
  const parsed = parseEvaluation(requestOfInput(input));
  if (!parsed.ok) throw new InvariantError('what a decision read is no question any more');
  const decision = evaluate({ set, ...parsed.value, asOf: instantOf(asOf), explain: false, sha256 });
  if (!decision.ok) throw new InvariantError('what a decision read names what its policy set does not know');
  return JSON.stringify(decision.value);
}

function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new InvariantError('the log holds a text that is no instant');
  return at;
}

/** Whoever wrote to the entry past the service may have left out what an entry has. */
function replayOf(logged: Partial<DecisionBody>, decision: string | null, fault: Fault | null): DecisionReplay {
  const { decisionId = '', policySet = '', decisionDigest = '' } = logged;
  const replayed = decision === null ? null : { decisionDigest: sha256(decision), decision };
  return { decisionId, same: fault === null, fault, policySet, decisionDigest, replayed };
}
