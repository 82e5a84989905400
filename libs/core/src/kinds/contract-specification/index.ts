import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import type { ContractSpecification } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { explain } from './explain.ts';
import { schema } from './schema.ts';
import type { ContractSpecificationDocument } from './schema.ts';

/** The venue's assets and contracts; it alone defines groups. */
export const contractSpecification = {
  id: 'contract-specification',
  title: 'Contract specification',
  subject: 'venue',
  schema,
  check,
  compile,
  explain,
  diff,
  rowKeys: { '/assets': ['asset'], '/contracts': ['contract'] },
  parameters,
  scopeNames: ({ assets, contracts }) => ({
    groups: new Map(contracts.map(({ contract, group }) => [contract, group])),
    assets: assets.map(({ asset }) => asset),
    tags: [],
  }),
} as const satisfies PolicyKind<'contract-specification', ContractSpecificationDocument, ContractSpecification>;

export type { ContractSpecification } from './compile.ts';
export type { AssetRow, ContractRow, ContractSpecificationDocument } from './schema.ts';
