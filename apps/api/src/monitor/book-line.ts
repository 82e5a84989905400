import { parseAccount, parseMarket } from '@backstop/contracts';
import { illFormedTexts } from '@backstop/core/policy';
import type { Parsed, Problem } from '@backstop/core/problem';
import type { Account, Market } from '@backstop/core/venue';

/** What a line of a book says, with the JSON that it says it in. */
export type BookLine = { readonly json: unknown } & ({ readonly market: Market } | { readonly account: Account });

/** A line as it was sent, or every problem of it; pointers are into the line. */
export function parseBookLine(text: string): Parsed<BookLine> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed('body_must_be_json', 'the line is not JSON');
  }
  const broken = illFormedTexts(json, '');
  if (broken.length > 0) return { ok: false, problems: broken };
  const only = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const [key, value] = only.length === 1 ? (only[0] ?? []) : [];
  if (key === 'market') {
    const market = parseMarket(value);
    return market.ok ? { ok: true, value: { json, market: market.value } } : market;
  }
  if (key === 'account') {
    const account = parseAccount(value);
    return account.ok ? { ok: true, value: { json, account: account.value } } : account;
  }
  return failed('line_must_be_market_or_account', 'a line holds either `market` or `account`, and nothing else');
}

function failed(code: string, message: string): { readonly ok: false; readonly problems: Problem[] } {
  return { ok: false, problems: [{ code, path: '', message }] };
}
