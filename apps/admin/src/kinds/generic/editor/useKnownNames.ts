import { useSpecification } from '../../../providers/useSpecification.ts';

/** Names that the venue knows, for a field that names assets, groups or contracts; none for any other. */
export function useKnownNames(field: string): readonly string[] {
  const { data } = useSpecification();
  if (data === undefined) return [];
  if (/asset/i.test(field)) return [...data.assets.keys()];
  if (/contracts/i.test(field)) return [...data.contracts.keys()];
  if (/group/i.test(field)) return [...new Set([...data.contracts.values()].map(({ group }) => group))];
  return [];
}
