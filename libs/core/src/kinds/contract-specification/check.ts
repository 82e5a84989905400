import { decimalOf } from '../../policy/index.ts';
import { lessThan } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { LOT_WHERE_UNKNOWN } from '../../venue/index.ts';
import type { ContractRow, ContractSpecificationDocument } from './schema.ts';

/** What the tables must say beyond their shape: names once, assets declared, contracts that pay in what they trade. */
export function check(document: ContractSpecificationDocument): Problem[] {
  const assets = new Set(document.assets.map(({ asset }) => asset));
  return [
    ...duplicates(
      'asset',
      document.assets.map(({ asset }) => asset),
    ),
    ...duplicates(
      'contract',
      document.contracts.map(({ contract }) => contract),
    ),
    ...document.contracts.flatMap((row, index) => contractProblems(row, `/contracts/${index}`, assets)),
  ];
}

/** Rows are sorted by name, so that equal ones are neighbors. */
function duplicates(what: 'asset' | 'contract', names: readonly string[]): Problem[] {
  return names.flatMap((name, index) =>
    name === names[index - 1]
      ? [
          {
            code: `${what}_duplicated`,
            path: `/${what}s/${index}/${what}`,
            message: `the ${what} \`${name}\` is listed twice`,
            suggestion: 'keep one of the rows',
          },
        ]
      : [],
  );
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
    const side = type === 'linear' ? 'quote' : 'base';
    const message = `the ${type} contract \`${contract}\` pays in its ${side} asset \`${paysIn}\`, not in \`${settlementAsset}\``;
    return [{ code: `${type}_settles_not_in_${side}`, path: at, message, suggestion: paysIn }];
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
