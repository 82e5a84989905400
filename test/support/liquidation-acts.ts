import { randomUUID } from 'node:crypto';
import {
  fundResource,
  liquidationFillResource,
  liquidationResource,
  pathOf,
  paths,
  type LiquidationFillResource,
  type LiquidationResource,
} from '@backstop/contracts';
import { expect } from 'vitest';
import { asJson } from './fund-acts.ts';
import type { TestApp } from './start-app.ts';

/** What trading systems and officers do about liquidations; whatever is refused stops the test with its answer. */
export interface LiquidationActs {
  /** Under a key that nobody has used, unless one is named. */
  readonly post: (path: string, body: object, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly begun: (asked: object) => Promise<LiquidationResource>;
  readonly filled: (id: string, fill: object) => Promise<LiquidationFillResource>;
  /** As a viewer. */
  readonly read: <Resource>(path: string, schema: { parse: (json: unknown) => Resource }) => Promise<Resource>;
  /** Of the compartment of dollars. */
  readonly balance: () => Promise<string>;
}

export function liquidationActs(app: () => TestApp): LiquidationActs {
  const post: LiquidationActs['post'] = (path, body, headers = { 'idempotency-key': randomUUID() }) =>
    app().fetch(path, asJson(body, headers));
  const read: LiquidationActs['read'] = async (path, schema) => {
    const response = await (await app().signInAs('viewer')).fetch(path);
    expect(response.status, await response.clone().text()).toBe(200);
    return schema.parse(await response.json());
  };
  const created = async (response: Response): Promise<unknown> => {
    expect(response.status, await response.clone().text()).toBe(201);
    return response.json();
  };
  return {
    post,
    read,
    begun: async (asked) => liquidationResource.parse(await created(await post(paths.liquidations, asked))),
    filled: async (id, fill) =>
      liquidationFillResource.parse(await created(await post(pathOf(paths.liquidationFills, { id }), fill))),
    balance: async () => (await read(pathOf(paths.fund, { id: 'USDT' }), fundResource)).balance,
  };
}
