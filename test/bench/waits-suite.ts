import { pathOf, paths } from '@backstop/contracts';
import { raised } from '../support/moved-ladder.ts';
import { bookLines, sendBook } from '../support/sample-book.ts';
import type { Figure } from './figure.ts';
import { signedIn, type Officer } from './officer.ts';
import { sampleRequest, THREE_CONTRACTS } from './sample-request.ts';
import { startApi, type Service } from './service.ts';

const CANDIDATES = 200_000;
const ACCOUNTS = 20_000;
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
    const officer = await signedIn(api.url);
    const ask = () => evaluation(api);
    for (let round = 0; round < 500; round += 1) await ask();
    const loss = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: lossUpload() };
    const alone = await waits(ask, new Promise((resolve) => setTimeout(resolve, 3000)));
    const tried = await waits(ask, taken(officer.fetch(`${paths.losses}?dryRun=true`, loss)));
    const standing = await waits(ask, taken(officer.fetch(`${paths.lossStanding}?account=account-5`, loss)));
    const submit = await draftOnBook(api, officer);
    const evidence = await waits(ask, taken(submit()));
    return [
      ...figures('alone', alone, null),
      ...figures('while a loss of 200,000 candidates is tried', tried, WAIT_MAX),
      ...figures('while a standing among 200,000 candidates is asked', standing, WAIT_MAX),
      ...figures('while the evidence of a draft is gathered on 20,000 accounts', evidence, WAIT_MAX),
    ];
  } finally {
    await api.stop();
  }
}

/** A draft that moves a ladder, where a book is stored; and how its submission is tried. */
async function draftOnBook({ url }: Service, officer: Officer): Promise<() => Promise<Response>> {
  const admin = await signedIn(url, 'mina');
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const key = { name: 'Books', scopes: ['book:write'], expiresAt };
  const made = (await taken(admin.fetch(paths.apiKeys, json(key)))) as { readonly secret: string };
  const sample = sampleRequest(THREE_CONTRACTS) as { readonly account: object; readonly market: object };
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => ({ ...sample.account, id: `account-${String(at)}` }));
  const market = { ...sample.market, asOf: new Date(Date.now() - 60_000).toISOString() };
  const headers = { authorization: `Bearer ${made.secret}` };
  await taken(sendBook((path, init = {}) => fetch(url + path, init), bookLines(accounts, market), headers));
  const entries = [await raised(officer, 'margin-tiers.BTCUSDT')];
  const change = (await taken(officer.fetch(paths.changes, json({ reason: 'To be measured', entries })))) as {
    readonly id: string;
    readonly revision: number;
  };
  const path = `${pathOf(paths.changeSubmit, { id: change.id })}?dryRun=true`;
  return () => officer.fetch(path, json({}, { 'if-match': `"${String(change.revision)}"` }));
}

function json(body: object, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

async function evaluation({ url, headers }: Pick<Service, 'url' | 'headers'>): Promise<void> {
  await taken(fetch(url + paths.evaluations, json(sampleRequest(THREE_CONTRACTS) as object, headers)));
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

async function taken(answer: Promise<Response>): Promise<unknown> {
  const response = await answer;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${String(response.status)} ${text.slice(0, 500)}`);
  return JSON.parse(text);
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
