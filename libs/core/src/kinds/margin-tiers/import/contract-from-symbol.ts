import type { Parsed, Problem } from '../../../problem/index.ts';
import { formatInstant, parseInstant } from '../../../venue/index.ts';
import { contractName, unifiedSymbol } from './unified-symbol.ts';

/** A contract as a symbol tells it, in the form of a row of a contract specification. Tick and lot are never derived. */
export interface ContractOfSymbol {
  readonly contract: string;
  readonly type: 'linear';
  /** One unit of the base asset as the symbol has it: of `1000SHIBUSDT` the base is `1000SHIB`. */
  readonly multiplier: '1';
  readonly base: string;
  readonly quote: string;
  readonly settlementAsset: string;
  readonly tickSize: null;
  readonly lotSize: null;
  /** `USDT-perpetual`, `USDT-dated`: what it pays in, and whether it ends. */
  readonly group: string;
  readonly expiresAt: string | null;
}

/** Quote assets of linear contracts, of which a symbol ends in one; the longest that fits is taken. */
const KNOWN_QUOTES: readonly string[] = ['USDT', 'USDC', 'BUSD', 'BTC'];

/** Dated contracts of Binance expire at 08:00 UTC. Source: "USDT-Margined Quarterly Contract Specification", 2021-02-03. */
const EXPIRY_TIME = 'T08:00:00Z';

/** `BTCUSDT`, `BTCUSDT_210326`, and the form of dated snapshots, `BTCUSDT_USDT-241227`. */
const VENUE_SYMBOL = /^([A-Z0-9]+)(?:_(?:([A-Z]+)-)?(\d{6}))?$/;

interface SymbolParts {
  readonly contract: string;
  readonly base: string;
  readonly quote: string;
  readonly settlementAsset: string;
  readonly expiry: string | null;
}

/**
 * The linear contract that a venue's symbol or a unified ccxt symbol names, with base, quote and settlement asset.
 *
 * Problems: `symbol_not_known` (no known quote, or not of a known form), `contract_not_linear` (settles in another asset
 * than its quote: its multiplier cannot be derived), `expiry_not_a_date`.
 */
export function contractFromSymbol(symbol: string, quotes: readonly string[] = KNOWN_QUOTES): Parsed<ContractOfSymbol> {
  const parts = unifiedParts(symbol) ?? venueParts(symbol, quotes);
  if (parts === null) {
    const known = quotes.map((quote) => `\`${quote}\``).join(', ');
    return refused(
      'symbol_not_known',
      `\`${symbol}\` does not name a contract quoted in ${known}`,
      'BTCUSDT, BTCUSDT_241227 or BTC/USDT:USDT-241227',
    );
  }
  const { base, quote, settlementAsset, expiry } = parts;
  if (settlementAsset !== quote) {
    const message = `\`${symbol}\` is quoted in \`${quote}\` and settles in \`${settlementAsset}\`: its multiplier cannot be derived`;
    return refused('contract_not_linear', message, 'state the contract yourself');
  }
  const expiresAt = expiry === null ? null : expiryInstant(expiry);
  if (expiry !== null && expiresAt === null)
    return refused('expiry_not_a_date', `\`${expiry}\` of \`${symbol}\` is not a date`, 'YYMMDD');
  return {
    ok: true,
    value: {
      contract: parts.contract,
      type: 'linear',
      multiplier: '1',
      base,
      quote,
      settlementAsset,
      tickSize: null,
      lotSize: null,
      group: `${settlementAsset}-${expiry === null ? 'perpetual' : 'dated'}`,
      expiresAt,
    },
  };
}

function unifiedParts(symbol: string): SymbolParts | null {
  const unified = unifiedSymbol(symbol);
  return unified === null ? null : { ...unified, contract: contractName(unified) };
}

function venueParts(symbol: string, quotes: readonly string[]): SymbolParts | null {
  const [, pair, settlement, expiry] = VENUE_SYMBOL.exec(symbol) ?? [];
  if (pair === undefined) return null;
  const [quote] = quotes
    .filter((known) => pair.endsWith(known) && pair.length > known.length)
    .toSorted((a, b) => b.length - a.length);
  if (quote === undefined) return null;
  const base = pair.slice(0, -quote.length);
  return { contract: symbol, base, quote, settlementAsset: settlement ?? quote, expiry: expiry ?? null };
}

/** `241227` → `2024-12-27T08:00:00Z`; null for a date that does not exist. */
function expiryInstant(expiry: string): string | null {
  const at = parseInstant(`20${expiry.slice(0, 2)}-${expiry.slice(2, 4)}-${expiry.slice(4)}${EXPIRY_TIME}`);
  return at === null ? null : formatInstant(at);
}

function refused(code: string, message: string, suggestion: string): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [{ code, path: '', message, suggestion }] };
}
