import { useQuery } from '@tanstack/react-query';
import type { ValuationDocument } from '@backstop/core/kinds/valuation';
import { api } from './dataProvider.ts';

/** The asset that the venue counts in, by the valuation policy in force; null while it is not known. */
export function useValuationAsset(): string | null {
  const { data } = useQuery({
    queryKey: ['valuation'],
    queryFn: ({ signal }) => loadValuationAsset(signal),
    staleTime: 300_000,
  });
  return data ?? null;
}

async function loadValuationAsset(signal: AbortSignal): Promise<string | null> {
  const { data } = await api.policies({
    filter: { kind: 'valuation', status: 'active' },
    pagination: { page: 1, perPage: 1 },
    signal,
  });
  const policy = data[0];
  if (policy === undefined) return null;
  const { document } = await api.version(policy.id, policy.version, signal);
  // The server has checked it against its kind's schema.
  return (document as unknown as ValuationDocument | null)?.valuationAsset ?? null;
}
