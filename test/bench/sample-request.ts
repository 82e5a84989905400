import { readFileSync } from 'node:fs';

const PRICES: Readonly<Record<string, string>> = { BTCUSDT: '64000.5', ETHUSDT: '2600.25', SOLUSDT: '170.123' };
const AS_OF = '2024-10-24T12:00:00Z';

/** An evaluation request: one cross account with positions of these contracts, long and short in turn. */
export function sampleRequest(contracts: readonly string[], id = 'bench-1'): unknown {
  return {
    account: {
      id,
      ownerId: 'owner-1',
      tags: [],
      collateral: [{ asset: 'USDT', balance: '20000.5' }],
      positions: contracts.map((contract, index) => ({
        contract,
        size: index % 2 === 0 ? '1.5' : '-2.25',
        entryPrice: PRICES[contract] ?? '10.05',
        leverage: '10',
        margin: 'cross',
      })),
    },
    market: {
      asOf: AS_OF,
      contracts: Object.fromEntries(
        contracts.map((contract) => {
          const markPrice = PRICES[contract] ?? '10.1';
          return [contract, { markPrice, indexPrice: markPrice, priceAt: AS_OF }];
        }),
      ),
      assets: { USDT: { price: '1' } },
    },
  };
}

export const THREE_CONTRACTS: readonly string[] = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'];

/** The first `count` USDT-settled perpetuals of the reference profile, by name. */
export function referenceContracts(count: number): string[] {
  const file = readFileSync('rules/perp-linear-reference/contract-specification/default.json', 'utf8');
  const { document } = JSON.parse(file) as {
    document: { contracts: readonly { contract: string; settlementAsset: string; expiresAt?: string | null }[] };
  };
  return document.contracts
    .filter(({ settlementAsset, expiresAt }) => settlementAsset === 'USDT' && (expiresAt ?? null) === null)
    .map(({ contract }) => contract)
    .slice(0, count);
}
