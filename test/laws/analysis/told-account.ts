import { parseDecimal } from '@backstop/core/num';
import type { FactCatalogue, ScopeFacts } from '@backstop/core/rules';
import type { FactValue } from '@backstop/core/venue';

/** The account that a witness tells, from its texts alone; facts that it does not tell are 0, none or empty. */
export function toldAccount(told: Readonly<Record<string, string>>, catalogue: FactCatalogue): ScopeFacts {
  const amount = (name: string) => parseDecimal(told[name] ?? '0')!;
  const members = (name: string) => (told[name] === undefined || told[name] === '' ? [] : told[name].split(', '));
  const venue = Object.fromEntries(
    [...catalogue.values()]
      .filter(({ origin, name }) => origin === 'venue' && told[name] !== undefined)
      .map(({ name, type }): [string, FactValue] => [name, valueOf(told[name]!, type, members(name))]),
  );
  const scope = told['scope'] === 'isolated' || told['contract'] !== undefined ? 'isolated' : 'cross';
  return {
    at: 0,
    equity: amount('equity'),
    accountValue: amount('accountValue'),
    initialMargin: amount('initialMargin'),
    maintenanceMargin: told['maintenanceMargin'] === undefined ? parseDecimal('100')! : amount('maintenanceMargin'),
    notional: amount('notional'),
    unrealizedPnl: amount('unrealizedPnl'),
    withdrawable: amount('withdrawable'),
    positionCount: Number(told['positionCount'] ?? 1),
    scope,
    asset: told['asset'] ?? 'USDT',
    contract: scope === 'isolated' ? (told['contract'] ?? 'BTCUSDT') : null,
    tags: members('tags'),
    venue,
  };
}

function valueOf(text: string, type: string, members: readonly string[]): FactValue {
  if (type === 'set') return [...members];
  if (type === 'boolean') return text === 'true';
  return type === 'integer' ? Number(text) : text;
}
