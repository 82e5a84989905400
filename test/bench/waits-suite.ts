import { paths } from '@backstop/contracts';
import type { Figure } from './figure.ts';
import { signedIn } from './officer.ts';
import { sampleRequest, THREE_CONTRACTS } from './sample-request.ts';
import { startApi, type Service } from './service.ts';

const CANDIDATES = 200_000;
const PAUSE_MILLISECONDS = 5;

/** What a trading system takes for the noise of its network, in milliseconds. */
const WAIT_MAX = 250;

/**
 * How long an evaluation waits while the service works at something large: one after another is asked meanwhile, with a pause
 * between. The longest of them tells how long the deciding thread was held.
 */
export async function waitsSuite(): Promise<Figure[]> {
  const api = await startApi();
  try {
    const { headers } = await signedIn(api.url);
    const ask = () => evaluation(api);
    for (let round = 0; round < 500; round += 1) await ask();
    const loss = lossUpload();
    const sent = { method: 'POST', headers: { ...headers, 'content-type': 'application/x-ndjson' }, body: loss };
    const alone = await waits(ask, new Promise((resolve) => setTimeout(resolve, 3000)));
    const tried = await waits(ask, answered(`${api.url}${paths.losses}?dryRun=true`, sent));
    const standing = await waits(ask, answered(`${api.url}${paths.lossStanding}?account=account-5`, sent));
    return [
      ...figures('alone', alone, null),
      ...figures('while a loss of 200,000 candidates is tried', tried, WAIT_MAX),
      ...figures('while a standing among 200,000 candidates is asked', standing, WAIT_MAX),
    ];
  } finally {
    await api.stop();
  }
}

async function evaluation({ url, headers }: Pick<Service, 'url' | 'headers'>): Promise<void> {
  await answered(url + paths.evaluations, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(sampleRequest(THREE_CONTRACTS)),
  });
}

/** The waits until some work ends, shortest first. */
async function waits(ask: () => Promise<void>, work: Promise<unknown>): Promise<readonly number[]> {
  const waited: number[] = [];
  const running = { is: true };
  const end = work.finally(() => {
    running.is = false;
  });
  while (running.is) {
    const start = performance.now();
    await ask();
    waited.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  await end;
  return waited.sort((a, b) => a - b);
}

async function answered(url: string, request: RequestInit): Promise<void> {
  const response = await fetch(url, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${text.slice(0, 500)}`);
}

/** A loss that everybody who gained bears some of, as lines. */
function lossUpload(): string {
  const loss = {
    ...{ eventId: 'bench-loss', account: 'loser', contract: 'BTCUSDT', markPrice: '64000.5' },
    openPosition: { size: '-40', closePrice: '64100' },
    deficit: { asset: 'USDT', amount: '23191104.49' },
  };
  const lines = [JSON.stringify({ loss })];
  for (let index = 0; index < CANDIDATES; index += 1) lines.push(JSON.stringify({ candidate: candidate(index) }));
  return lines.join('\n');
}

function candidate(index: number): object {
  const accountValue = String(1000 + ((index * 104_729) % 1_000_000) / 100);
  const held = { accountValue, notional: '31500' };
  const position = { scope: 'cross:USDT', size: '0.5', entryPrice: '63000', ...held };
  const positivePnl = String(((index * 7919) % 100_000) / 100);
  return { id: `account-${String(index)}`, ...held, positivePnl, positions: [position] };
}

function figures(name: string, waited: readonly number[], aim: number | null): Figure[] {
  const figure = { suite: 'waits', unit: 'ms', isMost: true } as const;
  return [
    { ...figure, name: `${name}, longest`, value: waited.at(-1) ?? 0, aim },
    { ...figure, name: `${name}, middle`, value: waited[Math.floor(waited.length / 2)] ?? 0, aim: null },
  ];
}
