import { useQuery } from '@tanstack/react-query';
import type { ContractSpecificationDocument } from '@backstop/core/kinds/contract-specification';
import { api } from './dataProvider.ts';

export type ContractRow = ContractSpecificationDocument['contracts'][number];
export type AssetRow = ContractSpecificationDocument['assets'][number];

/** The venue's contracts and assets in force, by name. */
export interface Specification {
  readonly contracts: ReadonlyMap<string, ContractRow>;
  readonly assets: ReadonlyMap<string, AssetRow>;
}

/** The contract specification in force: what gives amounts their unit and their precision. */
export function useSpecification() {
  return useQuery({
    queryKey: ['specification'],
    queryFn: ({ signal }) => loadSpecification(signal),
    staleTime: 300_000,
  });
}

async function loadSpecification(signal: AbortSignal): Promise<Specification> {
  const { data: policies } = await api.policies({
    filter: { kind: 'contract-specification', status: 'active' },
    pagination: { page: 1, perPage: 100 },
    signal,
  });
  const versions = await Promise.all(policies.map(({ id, version }) => api.version(id, version, signal)));
  // The server has checked what it stores, so the document has the shape of its kind.
  const documents = versions.map(({ document }) => document as unknown as ContractSpecificationDocument);
  return {
    contracts: new Map(documents.flatMap(({ contracts }) => contracts.map((row) => [row.contract, row] as const))),
    assets: new Map(documents.flatMap(({ assets }) => assets.map((row) => [row.asset, row] as const))),
  };
}
