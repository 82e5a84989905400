import { decimalOf } from '../../policy/index.ts';
import { lessThan } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { LOT_WHERE_UNKNOWN } from '../../venue/index.ts';
import type { ContractRow, ContractSpecificationDocument } from './schema.ts';

/** What the tables must say beyond their shape: names once, assets declared, contracts that pay in what they trade. */
export function check(document: ContractSpecificationDocument): Problem[] {
  const assets = new Set(document.assets.map(({ asset }) => asset));
  return [
    ...duplicateProblems(
      'asset_duplicated',
      'assets',
      document.assets.map(({ asset }) => asset),
    ),
    ...duplicateProblems(
      'contract_duplicated',
      'contracts',
      document.contracts.map(({ contract }) => contract),
    ),
    ...document.contracts.flatMap((row, index) => contractProblems(row, `/contracts/${index}`, assets)),
  ];
}

/** Rows are sorted by name, so that equal ones are neighbors. */
function duplicateProblems(code: string, table: 'assets' | 'contracts', names: readonly string[]): Problem[] {
  const field = table.slice(0, -1);
  return names.flatMap((name, index) => {
    if (name !== names[index - 1]) return [];
    const message = `the ${field} \`${name}\` is listed twice`;
    return [{ code, path: `/${table}/${index}/${field}`, message, suggestion: 'keep one of the rows' }];
  });
}

function contractProblems(row: ContractRow, path: string, assets: ReadonlySet<string>): Problem[] {
  return [...tradeProblems(row, path), ...settlementProblems(row, path, assets), ...sizeProblems(row, path)];
}

function tradeProblems({ contract, base, quote }: ContractRow, path: string): Problem[] {
  if (base !== quote) return [];
  const message = `the contract \`${contract}\` trades \`${base}\` against itself`;
  return [
    { code: 'base_equals_quote', path: `${path}/quote`, message, suggestion: 'name the asset that prices are in' },
  ];
}

function settlementProblems(row: ContractRow, path: string, assets: ReadonlySet<string>): Problem[] {
  const { contract, type, settlementAsset } = row;
  const paysIn = type === 'linear' ? row.quote : row.base;
  const at = `${path}/settlementAsset`;
  if (settlementAsset !== paysIn) {
    const code = type === 'linear' ? 'linear_settles_not_in_quote' : 'inverse_settles_not_in_base';
    const message = `the ${type} contract \`${contract}\` pays in \`${paysIn}\`, not in \`${settlementAsset}\``;
    return [{ code, path: at, message, suggestion: paysIn }];
  }
  if (assets.has(settlementAsset)) return [];
  const message = `the contract \`${contract}\` settles in \`${settlementAsset}\`, which the table of assets does not list`;
  const suggestion = `add \`${settlementAsset}\` with its precision to \`assets\``;
  return [{ code: 'settlement_asset_not_listed', path: at, message, suggestion }];
}

function sizeProblems({ contract, positionSizeMax, lotSize }: ContractRow, path: string): Problem[] {
  const lot = lotSize === null ? LOT_WHERE_UNKNOWN : decimalOf(lotSize);
  if (positionSizeMax === null || !lessThan(decimalOf(positionSizeMax), lot)) return [];
  const message = `the largest position of \`${contract}\`, \`${positionSizeMax}\`, is less than one lot, so that none could be held`;
  const suggestion = lotSize === null ? 'at least 0.00000001' : `at least ${lotSize}`;
  return [{ code: 'position_size_max_below_lot', path: `${path}/positionSizeMax`, message, suggestion }];
}
