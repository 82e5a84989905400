import { decimalOf, decimalOrNull } from '@backstop/core/policy';
import { NO_HISTORY } from '@backstop/core/venue';
import type { Account, OpenOrder, Position } from '@backstop/core/venue';

/** A position in words: numbers as text, what is usual left out. */
export interface PositionWords {
  readonly contract: string;
  readonly side?: Position['side'];
  readonly size: string;
  readonly entryPrice: string;
  readonly leverage?: string | null;
  readonly margin?: Position['margin'];
  readonly isolatedMargin?: string | null;
  readonly pendingFunding?: string;
}

export interface OrderWords {
  readonly contract: string;
  readonly side: OpenOrder['side'];
  readonly size: string;
  readonly price: string;
  readonly reduceOnly?: boolean;
  readonly margin?: OpenOrder['margin'];
}

export interface AccountWords {
  readonly id?: string;
  readonly ownerId?: string | null;
  readonly tags?: readonly string[];
  /** Balances in the order given; an asset may stand twice. */
  readonly collateral?: readonly (readonly [asset: string, balance: string])[];
  readonly positions?: readonly PositionWords[];
  readonly openOrders?: readonly OrderWords[];
  /** Zones by scope key; left out = no history. */
  readonly zones?: Readonly<Record<string, string>>;
  readonly facts?: Account['facts'];
}

/** The account that the words describe. */
export function accountOf(words: AccountWords): Account {
  return {
    id: words.id ?? 'account',
    ownerId: words.ownerId ?? null,
    tags: words.tags ?? [],
    collateral: (words.collateral ?? []).map(([asset, balance]) => ({ asset, balance: decimalOf(balance) })),
    positions: (words.positions ?? []).map(positionOf),
    openOrders: (words.openOrders ?? []).map(orderOf),
    state: words.zones === undefined ? null : { ...NO_HISTORY, zones: words.zones },
    facts: words.facts ?? {},
  };
}

/** The position that the words describe: by default the only one of its contract, in the cross pool. */
function positionOf(words: PositionWords): Position {
  return {
    contract: words.contract,
    side: words.side ?? 'net',
    size: decimalOf(words.size),
    entryPrice: decimalOf(words.entryPrice),
    leverage: decimalOrNull(words.leverage ?? null),
    margin: words.margin ?? 'cross',
    isolatedMargin: decimalOrNull(words.isolatedMargin ?? null),
    pendingFunding: decimalOf(words.pendingFunding ?? '0'),
  };
}

/** The order that the words describe. */
function orderOf(words: OrderWords): OpenOrder {
  return {
    contract: words.contract,
    side: words.side,
    size: decimalOf(words.size),
    price: decimalOf(words.price),
    reduceOnly: words.reduceOnly ?? false,
    margin: words.margin ?? 'cross',
  };
}
