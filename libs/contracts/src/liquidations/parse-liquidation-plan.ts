import { pointerOf } from '@backstop/core/policy';
import type { LiquidationHistory } from '@backstop/core/planning';
import type { Parsed, Problem } from '@backstop/core/problem';
import { parseInstant, type Account, type Instant, type Market } from '@backstop/core/venue';
import type { z } from 'zod';
import { parseEvaluation } from '../evaluation/parse-evaluation.ts';
import { exact } from '../evaluation/to-account.ts';
import { problemsOf } from '../problem/problems-of.ts';
import { liquidationHistoryRequest } from './plan-request.ts';

/** What is asked for a plan. */
export interface LiquidationPlanInput {
  readonly account: Account;
  readonly market: Market;
  readonly history: LiquidationHistory;
}

/** The account, market and history that a body states, or every problem of all of them at once. */
export function parseLiquidationPlan(body: unknown): Parsed<LiquidationPlanInput> {
  const { history: given, rest } = withoutHistory(body);
  const evaluation = parseEvaluation(rest);
  const history = historyOf(given);
  if (evaluation.ok && history.ok) return { ok: true, value: { ...evaluation.value, history: history.value } };
  return {
    ok: false,
    problems: [...(evaluation.ok ? [] : evaluation.problems), ...(history.ok ? [] : history.problems)],
  };
}

function withoutHistory(body: unknown): { readonly history: unknown; readonly rest: unknown } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { history: undefined, rest: body };
  const { history, ...rest } = body as { readonly history?: unknown };
  return { history, rest };
}

function historyOf(given: unknown): Parsed<LiquidationHistory> {
  if (given === undefined) return { ok: true, value: {} };
  const shape = liquidationHistoryRequest.safeParse(given);
  if (shape.success) return toHistory(shape.data);
  return { ok: false, problems: problemsOf(shape.error, liquidationHistoryRequest, given, '/history') };
}

function toHistory(request: z.output<typeof liquidationHistoryRequest>): Parsed<LiquidationHistory> {
  const problems: Problem[] = [];
  const instant = (text: string, ...path: (string | number)[]): Instant => {
    const at = parseInstant(text);
    if (at !== null) return at;
    const message = `there is no instant \`${text}\``;
    problems.push({ code: 'instant_must_exist', path: pointerOf(['history', ...path]), message });
    return 0;
  };
  // An object that inherits nothing: a scope named `constructor` must not be found by accident.
  const value = Object.create(null) as Record<string, LiquidationHistory[string]>;
  for (const [key, { startedAt, reductions = [] }] of Object.entries(request)) {
    value[key] = {
      startedAt: startedAt === undefined ? null : instant(startedAt, key, 'startedAt'),
      reductions: reductions.map(({ at, notional }, place) => {
        return { at: instant(at, key, 'reductions', place, 'at'), notional: exact(notional) };
      }),
    };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
