import { useTranslate } from 'react-admin';
import { kinds } from '@backstop/core/kinds';
import type { Difference } from '@backstop/core/policy';
import { Empty } from '../../layout/Empty.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';

interface Props {
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What amounts are counted in; left out where it is not known. */
  readonly asset?: string | null;
  /** What is said where there are none. */
  readonly none?: string;
}

/** The differences of two documents, as their kind tells them apart. */
export function Differences({ kind, before, after, asset = null, none }: Props) {
  const translate = useTranslate();
  const differences = differencesOf(kind, before, after);
  if (differences === null) return <Empty title={translate('versions.unknown_kind', { kind })} />;
  if (differences.length === 0) return <Empty title={none ?? translate('versions.no_difference')} />;
  return <DifferenceTable label={translate('versions.compare')} differences={differences} asset={asset} />;
}

/** null where the register does not know the kind. */
function differencesOf(kind: string, before: unknown, after: unknown): Difference[] | null {
  if (!Object.hasOwn(kinds, kind)) return null;
  const { diff } = kinds[kind as keyof typeof kinds];
  // Both documents have passed this kind's schema.
  return (diff as (a: unknown, b: unknown) => Difference[])(before, after);
}
