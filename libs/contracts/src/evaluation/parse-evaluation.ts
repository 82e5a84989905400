import type { z } from 'zod';
import type { Parsed, Problem } from '@backstop/core/problem';
import type { Account, Market } from '@backstop/core/venue';
import { problemsOf } from '../problem/problems-of.ts';
import { accountProblems } from './account-problems.ts';
import { accountRequest, collateralRequest, positionRequest } from './account-request.ts';
import { evaluationRequest } from './evaluation-request.ts';
import { marketRequest } from './market-request.ts';
import { plainCheck } from './plain-check.ts';
import { toAccount } from './to-account.ts';
import { toMarket } from './to-market.ts';

const isEvaluation = plainCheck(evaluationRequest);
const isAccount = plainCheck(accountRequest);
const isMarket = plainCheck(marketRequest);

/** The account and market that a body states, or every problem of both at once. */
export function parseEvaluation(body: unknown): Parsed<{ readonly account: Account; readonly market: Market }> {
  const shape = isEvaluation(body) ? taken(body) : evaluationRequest.safeParse(body);
  if (!shape.success) {
    const shown = problemsOf(shape.error, evaluationRequest, body);
    return { ok: false, problems: [...shown, ...under('/account', hiddenProblems(fieldOf(body, 'account')))] };
  }
  const account = toAccount(shape.data.account);
  const market = toMarket(shape.data.market);
  if (account.ok && market.ok) return { ok: true, value: { account: account.value, market: market.value } };
  return {
    ok: false,
    problems: [
      ...(account.ok ? [] : under('/account', account.problems)),
      ...(market.ok ? [] : under('/market', market.problems)),
    ],
  };
}

/** The account alone, as a batch line brings it; pointers are into the line. */
export function parseAccount(body: unknown): Parsed<Account> {
  const shape = isAccount(body) ? taken(body) : accountRequest.safeParse(body);
  const problems = shape.success ? [] : [...problemsOf(shape.error, accountRequest, body), ...hiddenProblems(body)];
  const parsed: Parsed<Account> = shape.success ? toAccount(shape.data) : { ok: false, problems };
  return parsed.ok ? parsed : { ok: false, problems: under('/account', parsed.problems) };
}

/** The market alone, as a batch line brings it; pointers are into the line. */
export function parseMarket(body: unknown): Parsed<Market> {
  const shape = isMarket(body) ? taken(body) : marketRequest.safeParse(body);
  const parsed: Parsed<Market> = shape.success
    ? toMarket(shape.data)
    : { ok: false, problems: problemsOf(shape.error, marketRequest, body) };
  return parsed.ok ? parsed : { ok: false, problems: under('/market', parsed.problems) };
}

/** What the schema would say of what it takes as it is. */
function taken<Request>(data: Request): { readonly success: true; readonly data: Request } {
  return { success: true, data };
}

/** What is wrong between the well-shaped entries of an account whose shape has already failed elsewhere. */
function hiddenProblems(account: unknown): Problem[] {
  return accountProblems({
    collateral: wellShaped(fieldOf(account, 'collateral'), collateralRequest),
    positions: wellShaped(fieldOf(account, 'positions'), positionRequest),
  });
}

function wellShaped<Row>(rows: unknown, schema: z.ZodType<Row>): (Row | null)[] {
  if (!Array.isArray(rows)) return [];
  return rows.slice(0, 1000).map((row: unknown) => {
    const shape = schema.safeParse(row);
    return shape.success ? shape.data : null;
  });
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function under(root: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: root + problem.path }));
}
