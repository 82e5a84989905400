import { readFileSync } from 'node:fs';

/** The document of a kind in the reference profile. */
export function shippedDocument(kind: string): object {
  const file = new URL(`../../rules/perp-linear-reference/${kind}/default.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { document: object }).document;
}

/** The fund of the reference profile, with changes to its compartment of dollars. */
export function shippedFund(changes: object): object {
  const { compartments } = shippedDocument('insurance-fund') as { compartments: readonly { readonly asset: string }[] };
  return { compartments: compartments.map((row) => (row.asset === 'USDT' ? { ...row, ...changes } : row)) };
}
