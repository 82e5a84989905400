import { randomUUID } from 'node:crypto';
import { lossResource, paths, type LossResource } from '@backstop/contracts';
import { asJson } from './fund-acts.ts';
import type { TestApp } from './start-app.ts';

/** A winner with so much profit, which is all that it can lose. */
export function winner(id: string, positivePnl: string): object {
  return { id, accountValue: '100000', notional: '64000', positivePnl };
}

/** A loss in dollars of a long position of bitcoins, and three winners. */
export function sampleLoss(amount: string, values: object = {}): object {
  return {
    eventId: randomUUID(),
    account: 'loser',
    contract: 'BTCUSDT',
    markPrice: '64000',
    deficit: { asset: 'USDT', amount },
    candidates: [winner('a', '300'), winner('b', '100'), winner('c', '0.5')],
    ...values,
  };
}

/** Runs a loss; refused with what the service says where it does. */
export async function runLoss(
  app: Pick<TestApp, 'fetch' | 'logged'>,
  loss: object,
  { key = randomUUID(), query = '' }: { readonly key?: string; readonly query?: string } = {},
): Promise<LossResource> {
  const headers = { 'idempotency-key': key };
  const response = await app.fetch(paths.losses + query, asJson(loss, headers));
  if (!response.ok) throw new Error(`${await response.text()} ${app.logged.at(-1) ?? ''}`);
  return lossResource.parse(await response.json());
}
