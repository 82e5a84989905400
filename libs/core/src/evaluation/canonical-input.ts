import { canonicalJson } from '../canonical/index.ts';
import { formatDecimal } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { Account, AssetMarket, ContractMarket, Instant, Market } from '../venue/index.ts';
import type { CompiledSet } from './compiled-set.ts';

/**
 * The canonical text (RFC 8785) of what a decision reads: the account with its lists sorted, and only the market rows of
 * contracts and assets that it holds. Its SHA-256 is the input hash; two writings of the same numbers are the same input.
 *
 * Written straight into text, keys already in order, because this is asked for with every decision; a test holds it
 * against `canonicalJson` of the plain value.
 */
export function canonicalInput(account: Account, market: Market, set: CompiledSet): string {
  const contracts = namesOf([...account.positions, ...account.openOrders].map(({ contract }) => contract));
  const settled = contracts.map((name) => set.specification.compiled.contracts.get(name)?.settlementAsset ?? '');
  const assets = namesOf([...account.collateral.map(({ asset }) => asset), ...settled]);
  const collateral = account.collateral.map(
    ({ asset, balance }) => `{"asset":${name(asset)},"balance":${text(balance)}}`,
  );
  const zones = account.state === null ? 'null' : canonicalJson(account.state.zones);
  const instantText = instantIn(market);
  return (
    `{"account":{"collateral":${list(collateral)},"facts":${canonicalJson(account.facts)},"id":${name(account.id)},` +
    `"openOrders":${list(account.openOrders.map(orderRow))},"ownerId":${nameOrNull(account.ownerId)},` +
    `"positions":${list(account.positions.map(positionRow))},"tags":${canonicalJson(namesOf(account.tags))},` +
    `"zones":${zones}},"market":{"asOf":${instantText(market.asOf)},"assets":${rows(assets, market.assets, assetRow, instantText)},` +
    `"contracts":${rows(contracts, market.contracts, contractRow, instantText)}}}`
  );
}

function positionRow(position: Account['positions'][number]): string {
  return (
    `{"contract":${name(position.contract)},"entryPrice":${text(position.entryPrice)},` +
    `"isolatedMargin":${text(position.isolatedMargin)},"leverage":${text(position.leverage)},` +
    `"margin":"${position.margin}","pendingFunding":${text(position.pendingFunding)},` +
    `"side":"${position.side}","size":${text(position.size)}}`
  );
}

function orderRow(order: Account['openOrders'][number]): string {
  return (
    `{"contract":${name(order.contract)},"margin":"${order.margin}","price":${text(order.price)},` +
    `"reduceOnly":${String(order.reduceOnly)},"side":"${order.side}","size":${text(order.size)}}`
  );
}

type InstantText = (at: Instant | null) => string;

function contractRow(row: ContractMarket, instantText: InstantText): string {
  return (
    `{"depth":${text(row.depth)},"fundingRate":${text(row.fundingRate)},"indexPrice":${text(row.indexPrice)},` +
    `${given('initialMarginMultiplier', row.initialMarginMultiplier)}"lastGoodMarkPrice":${text(row.lastGoodMarkPrice)},` +
    `${given('maintenanceMarginMultiplier', row.maintenanceMarginMultiplier)}"markPrice":${text(row.markPrice)},` +
    `"openInterest":${text(row.openInterest)},"priceAt":${instantText(row.priceAt)},"volatility":${text(row.volatility)}}`
  );
}

/** A fact that came to the input later: written only where it is given, so that the hash of what lacks it stays. */
function given(field: string, value: Decimal | null): string {
  return value === null ? '' : `"${field}":${text(value)},`;
}

function assetRow(row: AssetMarket, instantText: InstantText): string {
  return (
    `{"price":${text(row.price)},"priceAt":${instantText(row.priceAt)},` +
    `"redemptionPrice":${text(row.redemptionPrice)},"totalDeposits":${text(row.totalDeposits)}}`
  );
}

/** `names` are sorted, so the keys are. */
function rows<Value>(
  names: readonly string[],
  values: Readonly<Record<string, Value>>,
  rowOf: (value: Value, instantText: InstantText) => string,
  instantText: InstantText,
): string {
  const fields: string[] = [];
  for (const key of names) {
    const row = Object.hasOwn(values, key) ? values[key] : undefined;
    if (row !== undefined) fields.push(`${name(key)}:${rowOf(row, instantText)}`);
  }
  return `{${fields.join(',')}}`;
}

/** Rows by their own text: any order will do, as long as it is one. */
function list(rowTexts: string[]): string {
  return `[${rowTexts.sort().join(',')}]`;
}

function namesOf(names: readonly string[]): string[] {
  return names.length <= 1 ? [...names] : [...new Set(names)].sort();
}

/** Letters, digits and the signs that names are made of need no escape. */
const PLAIN_NAME = /^[\w.:/-]*$/;

function name(value: string): string {
  return PLAIN_NAME.test(value) ? `"${value}"` : canonicalJson(value);
}

function nameOrNull(value: string | null): string {
  return value === null ? 'null' : name(value);
}

function text(value: Decimal | null): string {
  return value === null ? 'null' : `"${formatDecimal(value)}"`;
}

function instant(at: Instant | null): string {
  return at === null ? 'null' : `"${formatInstant(at)}"`;
}

/** Nearly every price is of the market's own instant, whose text is known: writing an instant is dear. */
function instantIn(market: Market): (at: Instant | null) => string {
  const asOf = instant(market.asOf);
  return (at) => (at === market.asOf ? asOf : instant(at));
}
