import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { ContractSpecificationDocument } from '@backstop/core/kinds/contract-specification';
import { Panel } from '../../layout/Panel.tsx';
import { RowsTable } from '../../layout/RowsTable.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import type { ViewerProps } from '../viewers.ts';
import { assetColumns, contractColumns } from './columns.tsx';

/** The venue's contracts and assets, searched by one box. */
export function SpecificationViewer({ document }: ViewerProps) {
  const translate = useTranslate();
  const params = useSearchParams();
  const { contracts, assets } = document as unknown as ContractSpecificationDocument;
  const sought = params.get('find') ?? '';
  return (
    <>
      <TextField
        type="search"
        label={translate('specification.search')}
        placeholder={translate('specification.search_example')}
        value={sought}
        onChange={({ target }) => params.set({ find: target.value }, true)}
        sx={{ maxWidth: 420 }}
        slotProps={{
          inputLabel: { shrink: true },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <Box sx={abreast}>
        <Panel title={translate('specification.contracts')} note={String(contracts.length)} flush>
          <RowsTable
            label={translate('specification.contracts')}
            rows={contracts}
            columns={contractColumns(translate)}
            keyOf={({ contract }) => contract}
            sought={sought}
          />
        </Panel>
        <Panel title={translate('specification.assets')} note={String(assets.length)} flush>
          <RowsTable
            label={translate('specification.assets')}
            rows={assets}
            columns={assetColumns(translate)}
            keyOf={({ asset }) => asset}
            sought={sought}
          />
        </Panel>
      </Box>
    </>
  );
}

const abreast = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '@media (min-width: 1360px)': { gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 1fr)' },
} as const;
