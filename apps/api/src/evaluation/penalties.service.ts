import { Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import { assessPenalties, renderPenalties, type PenaltiesRecord } from '@backstop/core/evaluation';
import { parseEvaluation, type PolicySetChoiceQuery } from '@backstop/contracts';
import { refused } from '../http/refused.ts';
import { ChosenSetService } from './chosen-set.service.ts';

/** What the margin shortfalls of an account cost on a day. It writes nothing: who charges keeps the history. */
@Injectable()
export class PenaltiesService {
  readonly #chosen: ChosenSetService;

  constructor(chosen: ChosenSetService) {
    this.#chosen = chosen;
  }

  async assess(body: unknown, query: PolicySetChoiceQuery, actor: Actor): Promise<PenaltiesRecord> {
    const parsed = parseEvaluation(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market } = parsed.value;
    const { set, asOf } = await this.#chosen.of(query, market, actor);
    const penalties = assessPenalties({ set, account, market, asOf });
    if (!penalties.ok) throw refused(penalties.problems);
    return renderPenalties(penalties.value, set.hash);
  }
}
