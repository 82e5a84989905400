import type { Figure } from './figure.ts';
import { sampleRequest, THREE_CONTRACTS } from './sample-request.ts';
import { startApi, type Service } from './service.ts';

const ACCOUNTS = 20_000;
const ROUNDS = 3;

/** Accounts per second of one NDJSON stream, 3 positions each; one round to warm up. */
export async function batchSuite(): Promise<Figure[]> {
  const api = await startApi();
  try {
    const { account, market } = sampleRequest(THREE_CONTRACTS) as { account: object; market: object };
    const lines = [JSON.stringify({ market })];
    for (let index = 0; index < ACCOUNTS; index += 1) {
      lines.push(JSON.stringify({ account: { ...account, id: `bench-${String(index)}` } }));
    }
    const body = `${lines.join('\n')}\n`;
    const rates: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const perSecond = await stream(api, body);
      if (round > 0) rates.push(perSecond);
    }
    const value = rates.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    return [{ suite: 'batch', name: 'NDJSON stream, 3 positions', value, unit: 'accounts/s', aim: null }];
  } finally {
    await api.stop();
  }
}

async function stream({ url, headers: who }: Service, body: string): Promise<number> {
  const start = performance.now();
  const headers = { 'content-type': 'application/x-ndjson', ...who };
  const response = await fetch(`${url}/v1/evaluations/batch`, { method: 'POST', headers, body });
  const text = await response.text();
  const seconds = (performance.now() - start) / 1000;
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  if (last !== `{"end":true,"lines":${String(ACCOUNTS + 1)}}`) throw new Error(`the stream ended with ${last}`);
  return ACCOUNTS / seconds;
}
