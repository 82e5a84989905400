import autocannon from 'autocannon';
import type { Figure } from './figure.ts';
import { sampleRequest, THREE_CONTRACTS } from './sample-request.ts';
import { startApi, startEcho, type Service } from './service.ts';

const CONNECTIONS = 16;
const SECONDS = 2;
const ROUNDS = 8;

/**
 * Single evaluations over HTTP beside a bare Fastify JSON echo of the same payload, round by round in turn, and the best
 * round of each: the machine may have others on it.
 */
export async function httpSuite(): Promise<Figure[]> {
  const body = JSON.stringify(sampleRequest(THREE_CONTRACTS));
  const api = await startApi();
  const echo = await startEcho();
  try {
    const ours = { ...api, url: `${api.url}/v1/evaluations` };
    await load(ours, body);
    await load(echo, body);
    const rounds: { readonly ours: number; readonly echo: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ ours: await load(ours, body), echo: await load(echo, body) });
    }
    const best = {
      ours: Math.max(...rounds.map((round) => round.ours)),
      echo: Math.max(...rounds.map((round) => round.echo)),
    };
    return [
      figure('evaluation, 3 positions', best.ours, 'requests/s', null),
      figure('bare Fastify echo of the same payload', best.echo, 'requests/s', null),
      figure('evaluation ÷ echo', best.ours / best.echo, 'ratio', 0.5),
      figure('evaluation ÷ echo, median round', median(rounds.map((round) => round.ours / round.echo)), 'ratio', null),
    ];
  } finally {
    await echo.stop();
    await api.stop();
  }
}

async function load({ url, headers }: Pick<Service, 'url' | 'headers'>, body: string): Promise<number> {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${String(result.non2xx)} answers other than 2xx, ${String(result.errors)} errors`);
  }
  return result.requests.average;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function figure(name: string, value: number, unit: string, aim: number | null): Figure {
  return { suite: 'http', name, value, unit, aim };
}
