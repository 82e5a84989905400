import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { AnalysisRequest, KindResource } from '@backstop/contracts';
import { api } from './dataProvider.ts';
import { untilThen } from './untilThen.ts';

/** How long the banner may lag behind a change of the set, in milliseconds. */
const POLICY_SET_AGE_MAX = 30_000;

/** The policy set in force; asked again while the page is open, so that the banner follows a scheduled change. */
export function usePolicySet() {
  return useQuery({
    queryKey: ['policy-set'],
    queryFn: ({ signal }) => api.policySet(signal),
    refetchInterval: ({ state }) => untilThen(state.data?.nextChangeAt ?? null, POLICY_SET_AGE_MAX),
    staleTime: POLICY_SET_AGE_MAX,
  });
}

/** The register of kinds, fixed for as long as the service runs; titles in the language of the page. */
export function useKinds() {
  const translate = useTranslate();
  return useQuery({
    queryKey: ['kinds'],
    queryFn: ({ signal }) => api.kinds(signal),
    staleTime: Infinity,
    select: useCallback(
      (kinds: readonly KindResource[]) =>
        kinds.map((kind) => ({ ...kind, title: translate(`kind_title.${kind.id}`, { _: kind.title }) })),
      [translate],
    ),
  });
}

/** Every version of a policy, newest first. */
export function useVersions(policy: string) {
  return useQuery({
    queryKey: ['policies', policy, 'versions'],
    queryFn: ({ signal }) => api.versions(policy, signal),
  });
}

/** One version with its document. A version never changes, only its status does. */
export function useVersion(policy: string, version: number | null) {
  return useQuery({
    queryKey: ['policies', policy, 'versions', version],
    queryFn: ({ signal }) => api.version(policy, version ?? 0, signal),
    enabled: version !== null,
  });
}

/** What is known of a document before anybody approves it: the same for the same documents, so asked once. */
export function useAnalysis(question: AnalysisRequest) {
  return useQuery({
    queryKey: ['analysis', question],
    queryFn: ({ signal }) => api.analyze(question, signal),
    staleTime: Infinity,
  });
}
