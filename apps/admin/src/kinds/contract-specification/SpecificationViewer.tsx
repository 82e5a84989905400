import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import type { ContractSpecificationDocument } from '@backstop/core/kinds/contract-specification';
import { Panel } from '../../layout/Panel.tsx';
import { RowsTable } from '../../layout/RowsTable.tsx';
import { SearchField } from '../../layout/SearchField.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import type { ViewerProps } from '../viewerProps.ts';
import { assetColumns, contractColumns } from './columns.tsx';

/** The venue's contracts and assets, one table at a time, searched. */
export function SpecificationViewer({ document }: ViewerProps) {
  const translate = useTranslate();
  const params = useSearchParams();
  const { contracts, assets } = document as unknown as ContractSpecificationDocument;
  const sought = params.get('find') ?? '';
  const showsAssets = params.get('table') === 'assets';
  const title = translate(showsAssets ? 'specification.assets' : 'specification.contracts');
  return (
    <Panel
      title={title}
      flush
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, py: 0.5 }}>
          <SearchField
            label={translate('specification.search')}
            example={translate('specification.search_example')}
            value={sought}
            onSearch={(find) => params.set({ find }, true)}
          />
          <ToggleButtonGroup
            exclusive
            value={showsAssets ? 'assets' : 'contracts'}
            aria-label={translate('specification.table')}
            onChange={(_, next: string | null) =>
              next !== null && params.set({ table: next === 'assets' ? 'assets' : null }, true)
            }
          >
            <ToggleButton value="contracts">{`${translate('specification.contracts')} ${String(contracts.length)}`}</ToggleButton>
            <ToggleButton value="assets">{`${translate('specification.assets')} ${String(assets.length)}`}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
      }
    >
      {showsAssets ? (
        <RowsTable
          label={title}
          rows={assets}
          columns={assetColumns(translate)}
          keyOf={({ asset }) => asset}
          sought={sought}
        />
      ) : (
        <RowsTable
          label={title}
          rows={contracts}
          columns={contractColumns(translate)}
          keyOf={({ contract }) => contract}
          sought={sought}
        />
      )}
    </Panel>
  );
}
