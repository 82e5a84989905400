import { Injectable } from '@nestjs/common';
import { evaluate, type CompiledSet } from '@backstop/core/evaluation';
import type { Account, Instant, Market } from '@backstop/core/venue';
import { parseEvaluation, type EvaluationQuery } from '@backstop/contracts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import { PolicySetsService, readInstant, readRecordedAt } from '../policies/policy-sets.service.ts';
import { CompiledSetsService } from './compiled-sets.service.ts';

/** How an evaluation was asked for, once its query parameters are read. */
export interface EvaluationQuestion {
  /** Null = the market's own instant chooses the set. */
  readonly asOf: Instant | null;
  readonly recordedAt: Instant | null;
  readonly explain: boolean;
}

/** One account in one market under the set in force → its decision, as the JSON text that is answered. */
@Injectable()
export class EvaluationService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;

  constructor(sets: PolicySetsService, compiled: CompiledSetsService) {
    this.#sets = sets;
    this.#compiled = compiled;
  }

  /** The decision about a body; a promise only where the timeline must first be confirmed. */
  decide(body: unknown, question: EvaluationQuestion): string | Promise<string> {
    const parsed = parseEvaluation(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market } = parsed.value;
    const asOf = question.asOf ?? market.asOf;
    const set = this.#sets.inForceNow(asOf, question.recordedAt);
    if (set !== null)
      return decisionText(this.#compiled.of(set.set), { account, market, asOf, explain: question.explain });
    return this.setFor(asOf, question.recordedAt).then((compiled) =>
      decisionText(compiled, { account, market, asOf, explain: question.explain }),
    );
  }

  /** The compiled set in force at an instant. */
  async setFor(asOf: Instant, recordedAt: Instant | null): Promise<CompiledSet> {
    const { set } = await this.#sets.inForce(asOf, recordedAt);
    return this.#compiled.of(set);
  }
}

/** The query parameters of an evaluation as instants. */
export function questionOf({ asOf, recordedAt, explain }: EvaluationQuery): EvaluationQuestion {
  return {
    asOf: asOf === undefined ? null : readInstant(asOf, '/asOf'),
    recordedAt: readRecordedAt(recordedAt),
    explain: explain === 'full',
  };
}

/** The decision as JSON text. Refuses an account that names what the set does not know. */
export function decisionText(
  set: CompiledSet,
  question: { readonly account: Account; readonly market: Market; readonly asOf: Instant; readonly explain: boolean },
): string {
  const decision = evaluate({ set, ...question, sha256 });
  if (!decision.ok) throw refused(decision.problems);
  return JSON.stringify(decision.value);
}
