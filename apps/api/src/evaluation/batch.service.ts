import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { Market } from '@backstop/core/venue';
import { parseAccount, parseMarket } from '@backstop/contracts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { DecisionLogService } from '../decisions/decision-log.service.ts';
import { problemDetailsOf } from '../http/problem-details-of.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { LOG, type Log } from '../log/log.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import { decided, type Decided } from './decided.ts';
import { EvaluationService, type EvaluationQuestion } from './evaluation.service.ts';
import { ShadowService, type LiveDecision } from './shadow.service.ts';
import { linesOf, type Line } from './lines-of.ts';

/** The longest line, in bytes. */
const LINE_BYTES_MAX = 1_048_576;

/** How a batch was asked for. */
interface BatchAsked {
  readonly question: EvaluationQuestion;
  readonly requestId: string;
  readonly actor: Actor;
}

/** What a batch remembers from line to line. */
interface BatchState extends BatchAsked {
  /** Fixed by the first line that names an instant, for the whole stream. */
  set: CompiledSet | null;
  /** The market of the last market line; null where that was refused: a stale market must not judge by accident. */
  market: Market | null;
}

/** What a line is answered with; a market line with nothing. */
interface LineAnswer {
  readonly line: Line;
  readonly text: string;
  readonly toLog: Decided['toLog'];
}

/** Many accounts in one stream: a line in, a line out, in order; a bad line is answered and the rest goes on. */
@Injectable()
export class BatchService {
  readonly #evaluation: EvaluationService;
  readonly #sets: PolicySetsService;
  readonly #decisions: DecisionLogService;
  readonly #shadows: ShadowService;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(
    evaluation: EvaluationService,
    sets: PolicySetsService,
    decisions: DecisionLogService,
    shadows: ShadowService,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.#evaluation = evaluation;
    this.#sets = sets;
    this.#decisions = decisions;
    this.#shadows = shadows;
    this.#clock = clock;
    this.#log = log;
  }

  /** The answer, chunk by chunk. Where the query names the instant, a set that is not to be had is refused at once. */
  async answer(stream: AsyncIterable<Buffer>, asked: BatchAsked): Promise<AsyncGenerator<string>> {
    const { asOf, recordedAt } = asked.question;
    const set = asOf === null ? null : await this.#evaluation.setFor(asOf, recordedAt);
    return this.#answers(stream, { ...asked, set, market: null });
  }

  async *#answers(stream: AsyncIterable<Buffer>, state: BatchState): AsyncGenerator<string> {
    let count = 0;
    for await (const read of linesOf(stream, LINE_BYTES_MAX)) {
      count = read.count;
      const answers: LineAnswer[] = [];
      for (const line of read.lines) answers.push(await this.#answerTo(line, state));
      const text = await this.#textOf(answers, state);
      if (text !== '') yield text;
    }
    yield `{"end":true,"lines":${String(count)}}\n`;
  }

  /** The lines of an answer, in order; those that moved a zone or are recorded are in the log before any of them goes out. */
  async #textOf(answers: readonly LineAnswer[], state: BatchState): Promise<string> {
    const toLog = answers.flatMap((answer) => answer.toLog ?? []);
    const refusal = toLog.length === 0 ? null : await this.#refusalToLog(toLog);
    let text = '';
    for (const answer of answers) {
      const isRefused = refusal !== null && answer.toLog !== null;
      text += isRefused ? this.#problemLine(refusal, answer.line, state.requestId) : answer.text;
    }
    return text;
  }

  async #refusalToLog(toLog: Parameters<DecisionLogService['append']>[0]): Promise<unknown> {
    try {
      await this.#decisions.append(toLog);
      return null;
    } catch (error) {
      return error;
    }
  }

  async #answerTo(line: Line, state: BatchState): Promise<LineAnswer> {
    try {
      if ('tooLong' in line) throw new ProblemError('body_must_not_be_too_large', 'the line is longer than 1 MiB');
      const value = objectOf(line.text);
      if ('market' in value) {
        await this.#takeMarket(value.market, state);
        return { line, text: '', toLog: null };
      }
      const { live, text, toLog } = decidedAbout(value.account, state, this.#clock);
      if (state.question.recordedAt === null) this.#shadows.judge(live);
      return { line, text: `{"line":${String(line.number)},"decision":${text}}\n`, toLog };
    } catch (error) {
      return { line, text: this.#problemLine(error, line, state.requestId), toLog: null };
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

  #problemLine(error: unknown, line: Line, requestId: string): string {
    if (!(error instanceof ProblemError)) this.#log.error({ requestId, line: line.number, error }, 'batch line failed');
    const problem =
      error instanceof ProblemError
        ? error
        : new ProblemError('internal_error', 'the service failed on this line; its log has the reason');
    const details = problemDetailsOf(problem.code, { detail: problem.message, requestId, problems: problem.problems });
    return `{"line":${String(line.number)},"problem":${JSON.stringify(details)}}\n`;
  }
}

function decidedAbout(
  value: unknown,
  { set, market, question, actor }: BatchState,
  clock: Clock,
): Decided & { readonly live: LiveDecision } {
  if (set === null || market === null) {
    throw new ProblemError('market_must_come_first', 'no market holds: none came yet, or the last one was refused');
  }
  const account = parseAccount(value);
  if (!account.ok) throw refused(account.problems);
  const asOf = question.asOf ?? market.asOf;
  const { recordedAt, explain, record } = question;
  const asked = { account: account.value, market, asOf, recordedAt, explain, record, actor, at: clock() };
  const answer = decided(set, asked);
  return { ...answer, live: { account: account.value, market, asOf, decision: answer.decision } };
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
