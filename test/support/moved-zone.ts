import { paths, type DecisionResponse, type EvaluationRequest, type LoggedDecisionSummary } from '@backstop/contracts';
import { sampleEvaluation } from './sample-evaluation.ts';
import type { TestApp } from './start-app.ts';

type Zones = Readonly<Record<string, string>>;

/** The sample, which is healthy in all its scopes, with the zones that it is said to have been in. */
export function withZones(zones: Zones | null, id = 'a-1'): EvaluationRequest {
  const { account, market } = sampleEvaluation();
  const { state: _state, ...rest } = account;
  return { account: { ...rest, id, ...(zones === null ? {} : { state: { zones } }) }, market };
}

/** One whose cross pool comes back from a warning. */
export function movedZone(id: string): EvaluationRequest {
  return withZones({ 'cross:USDT': 'warning' }, id);
}

export function ask(app: Pick<TestApp, 'fetch'>, request: EvaluationRequest, query = ''): Promise<Response> {
  return app.fetch(`${paths.evaluations}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
}

/** Asks, and gives back the text of the answer and the id in it. */
export async function decide(
  app: Pick<TestApp, 'fetch'>,
  request: EvaluationRequest,
  query = '',
): Promise<{ readonly text: string; readonly decisionId: string }> {
  const response = await ask(app, request, query);
  const text = await response.text();
  if (response.status !== 200) throw new Error(text);
  return { text, decisionId: (JSON.parse(text) as DecisionResponse).decisionId };
}

/** The log as its list has it. */
export async function logOf(app: TestApp, query = ''): Promise<LoggedDecisionSummary[]> {
  const response = await (await app.signInAs('viewer')).fetch(`${paths.decisions}${query}`);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as LoggedDecisionSummary[];
}
