import { Inject, Injectable } from '@nestjs/common';
import type { Decision } from '@backstop/core/decision';
import { evaluate } from '@backstop/core/evaluation';
import type { Account, Instant, Market } from '@backstop/core/venue';
import { LOG, type Log } from '../log/log.ts';
import { sha256 } from '../persistence/sha256.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import { CompiledSetsService } from './compiled-sets.service.ts';

/** A question, and how it was decided. */
export interface LiveDecision {
  readonly account: Account;
  readonly market: Market;
  readonly asOf: Instant;
  readonly decision: Decision;
}

/**
 * Judges beside each decision what the policies in shadow would have made of it, and says so in the log. It triggers
 * nothing and is answered to nobody; whatever goes wrong here is logged too, and the decision stands.
 */
@Injectable()
export class ShadowService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #log: Log;
  /** Since the service started: judgements, and those in which some scope came to another zone. */
  readonly #counts = { judged: 0, moved: 0 };

  constructor(sets: PolicySetsService, compiled: CompiledSetsService, @Inject(LOG) log: Log) {
    this.#sets = sets;
    this.#compiled = compiled;
    this.#log = log;
  }

  /** Costs nothing where no shadow stands. */
  judge(live: LiveDecision): void {
    const shadow = this.#sets.shadowNow(live.asOf);
    if (shadow === null) return;
    try {
      this.#judgeBy(shadow, live);
    } catch (error) {
      this.#log.error({ decisionId: live.decision.decisionId, error }, 'shadow judgement failed');
    }
  }

  #judgeBy({ set, shadows }: ShadowSet, { account, market, asOf, decision }: LiveDecision): void {
    const told = {
      decisionId: decision.decisionId,
      shadows: shadows.map(({ policy, version }) => ({ policy, version })),
      shadowSet: set.hash,
    };
    const compiled = this.#compiled.tried(set);
    const judged = compiled.ok
      ? evaluate({ set: compiled.value, account, market, asOf, explain: false, sha256 })
      : compiled;
    if (!judged.ok) {
      this.#log.warn({ ...told, problems: judged.problems.slice(0, PROBLEMS_MAX) }, 'shadow cannot judge');
      return;
    }
    const zones = new Map(judged.value.scopes.map((each) => [nameOf(each), each.zone]));
    const scopes = decision.scopes.map((each) => {
      const { scope, asset, contract, side, zone } = each;
      return { scope, asset, contract, side, zone, shadowZone: zones.get(nameOf(each)) ?? null };
    });
    this.#counts.judged += 1;
    if (scopes.some(({ zone, shadowZone }) => zone !== shadowZone)) this.#counts.moved += 1;
    this.#log.info({ ...told, shadowOutcome: judged.value.outcome, scopes, ...this.#counts }, 'shadow judgement');
  }
}

const PROBLEMS_MAX = 20;

/** A scope by what tells it from the others of its account, under whichever set. */
function nameOf({ scope, asset, contract, side }: Decision['scopes'][number]): string {
  return [scope, asset, contract ?? '', side ?? ''].join(' ');
}

type ShadowSet = NonNullable<ReturnType<PolicySetsService['shadowNow']>>;
