import { Injectable } from '@nestjs/common';
import type { ChainLink, ChainPlace } from '@backstop/core/canonical';
import type {
  AuditExportLine,
  AuditVerificationResource,
  DecisionListQuery,
  DecisionReplay,
  LoggedDecision,
  LoggedDecisionSummary,
} from '@backstop/contracts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { linkedPage, type LinkedPage } from '../http/linked-page.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readInstant } from '../policies/policy-sets.service.ts';
import type { DecisionBody } from './decision-body.ts';
import { DecisionLogRepository } from './decision-log.repository.ts';
import type { LoggedEntry } from './decision-rows.ts';
import { LogHeadRepository } from './log-head.repository.ts';
import { ReplayService } from './replay.service.ts';
import { typeOf } from './type-of.ts';

/** What the id of a decision is; the database is not asked for anything else. */
const DIGEST = /^[0-9a-f]{64}$/;

/** Reading the decision log. */
@Injectable()
export class DecisionsService {
  readonly #decisions: DecisionLogRepository;
  readonly #heads: LogHeadRepository;
  readonly #replays: ReplayService;

  constructor(decisions: DecisionLogRepository, heads: LogHeadRepository, replays: ReplayService) {
    this.#decisions = decisions;
    this.#heads = heads;
    this.#replays = replays;
  }

  async list(asked: DecisionListQuery): Promise<LinkedPage<LoggedDecisionSummary>> {
    const { after, order, limit, account, outcome, type, policySet, decision, from, to } = asked;
    const entries = await this.#decisions.page({
      after: after ?? null,
      order,
      limit: limit + 1,
      account: account ?? null,
      outcome: outcome ?? null,
      type: type ?? null,
      decision: decision ?? null,
      terms: termsOf(asked),
      policySet: policySet ?? null,
      from: from === undefined ? null : readInstant(from, '/from'),
      to: to === undefined ? null : readInstant(to, '/to'),
    });
    return linkedPage(entries.map(summaryOf), limit);
  }

  async read(id: string): Promise<LoggedDecision> {
    const link = await this.#find(id);
    const { input = null, decision = '' } = { ...(link.body as Partial<DecisionBody>) };
    return { ...summaryOf(link), input, decision };
  }

  async replay(id: string, isExplained: boolean): Promise<DecisionReplay> {
    return this.#replays.replay(await this.#find(id), isExplained);
  }

  /** Walks the whole log, and holds it against its places in the audit chain and those that were kept elsewhere. */
  async verify(kept: readonly ChainPlace[]): Promise<AuditVerificationResource> {
    const places = [...(await this.#heads.told()), ...kept];
    const { keyIds, ...verdict } = await verifyAudit(this.#records(), { places, keyIds: null });
    return { ...verdict, keyIds: [...keyIds] };
  }

  /** The whole log as lines such as the audit chain has, the last of which says that it is the last. */
  async *export(): AsyncGenerator<string> {
    let entries = 0;
    for await (const records of this.#records()) {
      entries += records.length;
      yield records.map((record) => JSON.stringify(record) + '\n').join('');
    }
    const end: AuditExportLine = { end: true, entries, checkpoints: 0 };
    yield JSON.stringify(end) + '\n';
  }

  async *#records(): AsyncGenerator<{ readonly entry: ChainLink }[]> {
    for await (const links of this.#decisions.links()) yield links.map((entry) => ({ entry }));
  }

  async #find(id: string): Promise<LoggedEntry> {
    const link = DIGEST.test(id) ? await this.#decisions.find(id) : null;
    if (link !== null) return link;
    throw new ProblemError('decision_not_found', `the log has no decision ${id.slice(0, 200)}`);
  }
}

/** What is asked for, as the log has it of an entry. */
function termsOf({ contract, zone, policy, version }: DecisionListQuery): string[] {
  const terms: string[] = [];
  if (contract !== undefined) terms.push(`contract:${contract}`);
  if (zone !== undefined) terms.push(`zone:${zone}`);
  if (policy !== undefined) terms.push(`policy:${policy}${version === undefined ? '' : `@${String(version)}`}`);
  return terms;
}

/** A body that somebody wrote past the service may lack what a body has; verification says so, a list shows what there is. */
function summaryOf({ sequence, previous, hash, body, type, terms }: LoggedEntry): LoggedDecisionSummary {
  const told: Partial<DecisionBody & { readonly loss: string }> = { ...(body as Partial<DecisionBody>) };
  const { decisionId = '', policySet = '', inputHash = '', asOf = '', recordedAt = '', knownAt = null } = told;
  const { account = '', outcome = 'indeterminate', moves = [], actor = '', decisionDigest = '', loss = null } = told;
  const about = (kind: string): string[] =>
    terms.filter((term) => term.startsWith(kind)).map((term) => term.slice(kind.length));
  return {
    ...{ sequence, type: typeOf(type), decisionId, policySet, inputHash, asOf, recordedAt, knownAt, account },
    ...{ outcome, contracts: about('contract:'), zones: about('zone:'), loss, actor },
    ...{ moves: [...moves], decisionDigest, previous, hash },
  };
}
