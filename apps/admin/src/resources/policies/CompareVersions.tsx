import { lazy, Suspense } from 'react';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { PolicyResource, PolicyVersionSummary } from '@backstop/contracts';
import { hasRules } from '../../kinds/rules/hasRules.ts';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useVersion } from '../../providers/queries.ts';
import { readDay } from '../../text/instants.ts';
import { SemanticComparison } from './SemanticComparison.tsx';

// The register of kinds brings every kind's schema with it, so it is only loaded to compare.
const Differences = lazy(() => import('./Differences.tsx').then((module) => ({ default: module.Differences })));

interface Props {
  readonly policy: PolicyResource;
  readonly versions: readonly PolicyVersionSummary[];
  readonly before: number;
  readonly after: number;
  readonly onChoose: (before: number, after: number) => void;
}

/** Two versions of a policy side by side, as the kind itself tells them apart. */
export function CompareVersions({ policy, versions, before, after, onChoose }: Props) {
  const translate = useTranslate();
  const earlier = useVersion(policy.id, before);
  const later = useVersion(policy.id, after);
  const error = earlier.error ?? later.error;
  const choose = (label: string, value: number, onChange: (version: number) => void) => (
    <TextField
      select
      label={label}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
      sx={{ minWidth: 170 }}
    >
      {versions.map(({ version, effectiveFrom }) => (
        <MenuItem key={version} value={version}>
          {translate('versions.option', { version, day: effectiveFrom === null ? '' : readDay(effectiveFrom) })}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Panel
      title={translate('versions.compare')}
      flush
      actions={
        <Box sx={{ display: 'flex', gap: 1.5, py: 0.75 }}>
          {choose(translate('versions.before'), before, (version) => onChoose(version, after))}
          {choose(translate('versions.after'), after, (version) => onChoose(before, version))}
        </Box>
      }
    >
      {error === null ? null : <Failure error={error} />}
      {earlier.data === undefined || later.data === undefined ? (
        <Loading />
      ) : earlier.data.document === null || later.data.document === null ? (
        <Empty
          title={translate('versions.not_comparable', { version: earlier.data.document === null ? before : after })}
        />
      ) : (
        <>
          {hasRules(later.data.document) ? (
            <SemanticComparison kind={policy.kind} document={later.data.document} before={earlier.data.document} />
          ) : null}
          <Suspense fallback={<Loading />}>
            <Differences kind={policy.kind} before={earlier.data.document} after={later.data.document} />
          </Suspense>
        </>
      )}
    </Panel>
  );
}
