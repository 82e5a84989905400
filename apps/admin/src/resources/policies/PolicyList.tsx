import Box from '@mui/material/Box';
import { ListBase, Pagination, useListContext, useTranslate } from 'react-admin';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { KindFilter } from './KindFilter.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import { PolicyToolbar } from './PolicyToolbar.tsx';

/** The catalog: kinds on the left, what they hold on the right; every choice is in the address. */
export function PolicyList() {
  const translate = useTranslate();
  return (
    <ListBase sort={{ field: 'id', order: 'ASC' }} perPage={25} storeKey={false}>
      <PageHeader title={translate('policies.title')} lead={translate('policies.lead')} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '208px minmax(0, 1fr)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <KindFilter />
        <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, minWidth: 0 }}>
          <PolicyToolbar />
          <PolicyTable />
          <Pages />
        </Box>
      </Box>
    </ListBase>
  );
}

/** Where nothing could be read there are no pages to turn. */
function Pages() {
  const { error } = useListContext();
  return error ? null : <Pagination rowsPerPageOptions={[25, 50, 100]} sx={{ borderTop: 1, borderColor: 'divider' }} />;
}
