import { InvariantError, parseDecimal, ZERO, type Decimal } from '@backstop/core/num';
import type { Parsed } from '@backstop/core/problem';
import type { Account, AccountState } from '@backstop/core/venue';
import { accountProblems } from './account-problems.ts';
import type { AccountRequest } from './account-request.ts';

/** The account that a well-shaped request states, or every problem that its shape could not show. */
export function toAccount(request: AccountRequest): Parsed<Account> {
  const problems = accountProblems(request);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      id: request.id,
      ownerId: request.ownerId ?? null,
      tags: request.tags ?? [],
      collateral: request.collateral.map((held) => ({ asset: held.asset, balance: exact(held.balance) })),
      positions: request.positions.map((position) => ({
        contract: position.contract,
        side: position.side ?? 'net',
        size: exact(position.size),
        entryPrice: exact(position.entryPrice),
        leverage: exactOrNull(position.leverage),
        margin: position.margin,
        isolatedMargin: exactOrNull(position.isolatedMargin),
        pendingFunding: position.pendingFunding === undefined ? ZERO : exact(position.pendingFunding),
      })),
      openOrders: (request.openOrders ?? []).map((order) => ({
        contract: order.contract,
        side: order.side,
        size: exact(order.size),
        price: exact(order.price),
        reduceOnly: order.reduceOnly ?? false,
        margin: order.margin ?? 'cross',
      })),
      state: request.state === undefined ? null : stateOf(request.state),
      facts: withoutPrototype(request.facts ?? {}),
    },
  };
}

function stateOf({ zones, shortfalls = [], receivables = [] }: NonNullable<AccountRequest['state']>): AccountState {
  return {
    zones: withoutPrototype(zones),
    shortfalls: shortfalls.map(({ scope, day, event = 'shortfall' }) => ({ scope, day, event })),
    receivables: receivables.map(({ scope, amount }) => ({ scope, amount: exact(amount) })),
  };
}

/** The decimal of a text that the schema has let through. */
export function exact(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new InvariantError('the schema let through a text that is not a decimal');
  return value;
}

export function exactOrNull(text: string | undefined): Decimal | null {
  return text === undefined ? null : exact(text);
}

/** The same entries in an object that inherits nothing: a contract named `constructor` must not be found by accident. */
function withoutPrototype<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const bare = Object.create(null) as Record<string, Value>;
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (value !== undefined) bare[key] = value;
  }
  return bare;
}
