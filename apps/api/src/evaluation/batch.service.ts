import { Inject, Injectable } from '@nestjs/common';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { Market } from '@backstop/core/venue';
import { parseAccount, parseMarket } from '@backstop/contracts';
import { problemDetailsOf } from '../http/problem-details-of.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { LOG, type Log } from '../log/log.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import { decisionText, EvaluationService, type EvaluationQuestion } from './evaluation.service.ts';
import { linesOf, type Line } from './lines-of.ts';

/** The longest line, in bytes. */
const LINE_BYTES_MAX = 1_048_576;

/** What a batch remembers from line to line. */
interface BatchState {
  readonly question: EvaluationQuestion;
  readonly requestId: string;
  /** Fixed by the first line that names an instant, for the whole stream. */
  set: CompiledSet | null;
  /** The market of the last market line; null where that was refused: a stale market must not judge by accident. */
  market: Market | null;
}

/** Many accounts in one stream: a line in, a line out, in order; a bad line is answered and the rest goes on. */
@Injectable()
export class BatchService {
  readonly #evaluation: EvaluationService;
  readonly #sets: PolicySetsService;
  readonly #log: Log;

  constructor(evaluation: EvaluationService, sets: PolicySetsService, @Inject(LOG) log: Log) {
    this.#evaluation = evaluation;
    this.#sets = sets;
    this.#log = log;
  }

  /** The answer, chunk by chunk. Where the query names the instant, a set that is not to be had is refused at once. */
  async answer(
    stream: AsyncIterable<Buffer>,
    { question, requestId }: { readonly question: EvaluationQuestion; readonly requestId: string },
  ): Promise<AsyncGenerator<string>> {
    const set = question.asOf === null ? null : await this.#evaluation.setFor(question.asOf, question.recordedAt);
    return this.#answers(stream, { question, requestId, set, market: null });
  }

  async *#answers(stream: AsyncIterable<Buffer>, state: BatchState): AsyncGenerator<string> {
    let count = 0;
    for await (const read of linesOf(stream, LINE_BYTES_MAX)) {
      count = read.count;
      let text = '';
      for (const line of read.lines) text += await this.#answerTo(line, state);
      if (text !== '') yield text;
    }
    yield `{"end":true,"lines":${String(count)}}\n`;
  }

  async #answerTo(line: Line, state: BatchState): Promise<string> {
    try {
      if ('tooLong' in line) throw new ProblemError('body_must_not_be_too_large', 'the line is longer than 1 MiB');
      const value = objectOf(line.text);
      if ('market' in value) {
        await this.#takeMarket(value.market, state);
        return '';
      }
      return `{"line":${String(line.number)},"decision":${decisionOf(value.account, state)}}\n`;
    } catch (error) {
      return `{"line":${String(line.number)},"problem":${this.#problemText(error, line, state.requestId)}}\n`;
    }
  }

  async #takeMarket(value: unknown, state: BatchState): Promise<void> {
    state.market = null;
    const market = parseMarket(value);
    if (!market.ok) throw refused(market.problems);
    const asOf = state.question.asOf ?? market.value.asOf;
    this.#sets.refuseFuture(asOf);
    state.set ??= await this.#evaluation.setFor(asOf, state.question.recordedAt);
    state.market = market.value;
  }

  #problemText(error: unknown, line: Line, requestId: string): string {
    if (!(error instanceof ProblemError)) this.#log.error({ requestId, line: line.number, error }, 'batch line failed');
    const problem =
      error instanceof ProblemError
        ? error
        : new ProblemError('internal_error', 'the service failed on this line; its log has the reason');
    return JSON.stringify(
      problemDetailsOf(problem.code, { detail: problem.message, requestId, problems: problem.problems }),
    );
  }
}

function decisionOf(value: unknown, { set, market, question }: BatchState): string {
  if (set === null || market === null) {
    throw new ProblemError('market_must_come_first', 'no market holds: none came yet, or the last one was refused');
  }
  const account = parseAccount(value);
  if (!account.ok) throw refused(account.problems);
  const asOf = question.asOf ?? market.asOf;
  return decisionText(set, { account: account.value, market, asOf, explain: question.explain });
}

function objectOf(text: string): { readonly market: unknown } | { readonly account: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('body_must_be_json', 'the line is not JSON');
  }
  if (typeof value === 'object' && value !== null) {
    const [key, ...others] = Object.keys(value);
    if (others.length === 0 && key === 'market') return value as { readonly market: unknown };
    if (others.length === 0 && key === 'account') return value as { readonly account: unknown };
  }
  const message = 'a line holds either `market` or `account`, and nothing else';
  throw refused([{ code: 'line_must_be_market_or_account', path: '', message }]);
}
