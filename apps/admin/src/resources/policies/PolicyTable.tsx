import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { DataTable, LinkBase, useCreatePath, useListContext, useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { readScope } from '../../fields/readScope.ts';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Scroller } from '../../layout/Scroller.tsx';
import { StatusChip } from './StatusChip.tsx';

/** A policy a row. The id is a link, so that the keyboard reaches every row; the mouse may click anywhere on it. */
export function PolicyTable() {
  const translate = useTranslate();
  const { error, refetch } = useListContext<PolicyResource>();
  if (error) {
    return (
      <Box sx={{ px: 2 }}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Box>
    );
  }
  return (
    <Scroller isRuled sx={table}>
      <DataTable<PolicyResource>
        bulkActionButtons={false}
        rowClick="show"
        empty={<Empty title={translate('policies.none')}>{translate('policies.none_hint')}</Empty>}
      >
        <DataTable.Col<PolicyResource>
          source="id"
          label="policies.id"
          render={(policy) => <PolicyLink policy={policy} />}
        />
        <DataTable.Col<PolicyResource> source="title" label="policies.name" />
        <DataTable.Col<PolicyResource>
          source="scope"
          label="policies.scope"
          disableSort
          render={(policy) => readScope(policy.scope, translate)}
        />
        <DataTable.Col<PolicyResource>
          source="status"
          label="policies.status"
          render={(policy) => <StatusChip status={policy.status} />}
        />
        <DataTable.Col<PolicyResource>
          source="version"
          label="policies.version"
          align="right"
          render={(policy) => <Version policy={policy} />}
        />
        <DataTable.Col<PolicyResource>
          source="effectiveFrom"
          label="policies.effective_from"
          render={(policy) => <InstantField value={policy.effectiveFrom} isShort />}
        />
        <DataTable.Col<PolicyResource>
          source="digest"
          label="policies.digest"
          disableSort
          render={(policy) => (
            <HashField value={policy.digest} label={translate('policies.digest_of', { id: policy.id })} length={8} />
          )}
        />
      </DataTable>
    </Scroller>
  );
}

function PolicyLink({ policy }: { policy: PolicyResource }) {
  const createPath = useCreatePath();
  return (
    <Link
      component={LinkBase}
      to={createPath({ resource: 'policies', type: 'show', id: policy.id })}
      sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}
    >
      {policy.id}
    </Link>
  );
}

function Version({ policy }: { policy: PolicyResource }) {
  const translate = useTranslate();
  return (
    <span title={translate('policies.version_of', { version: policy.version, versions: policy.versions })}>
      {policy.version}
      <Box component="span" sx={{ color: 'text.secondary' }}>{` / ${String(policy.versions)}`}</Box>
    </span>
  );
}

const table = {
  '& td': { whiteSpace: 'nowrap', py: '5px' },
  '& td.column-title': { maxWidth: 260, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .column-title': { display: { xs: 'none', md: 'table-cell' } },
  // The id names the contract, so these are the first that a narrow screen can spare; the policy's page has them all.
  '& .column-scope': { display: 'none', '@media (min-width: 1560px)': { display: 'table-cell' } },
  '& .column-digest': { display: 'none', '@media (min-width: 1680px)': { display: 'table-cell' } },
} as const;
