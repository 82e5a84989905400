import Box from '@mui/material/Box';
import { ListBase, Pagination, useListContext, useTranslate } from 'react-admin';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { ChangeToolbar } from './ChangeToolbar.tsx';
import { PhaseTabs } from './PhaseTabs.tsx';
import { ProposeButton } from './ProposeButton.tsx';

/** Every change there is, by where it stands; every choice is in the address. */
export function ChangeList() {
  const translate = useTranslate();
  return (
    <ListBase sort={{ field: 'updatedAt', order: 'DESC' }} perPage={25} storeKey={false}>
      <PageHeader
        title={translate('changes.title')}
        lead={translate('changes.lead')}
        actions={<ProposeButton policies={[]} />}
      />
      <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, minWidth: 0 }}>
        <PhaseTabs />
        <ChangeToolbar />
        <ChangeTable />
        <Pages />
      </Box>
    </ListBase>
  );
}

/** Where nothing could be read there are no pages to turn. */
function Pages() {
  const { error } = useListContext();
  return error ? null : <Pagination rowsPerPageOptions={[25, 50, 100]} sx={{ borderTop: 1, borderColor: 'divider' }} />;
}
