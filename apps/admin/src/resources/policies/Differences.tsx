import { useTranslate } from 'react-admin';
import { Empty } from '../../layout/Empty.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import { differencesOf } from './differencesOf.ts';

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
