import { useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import type { EditorProps } from '../../editorProps.ts';
import { SchemaEditor } from '../../generic/editor/SchemaEditor.tsx';
import { isRecord } from '../../../text/isRecord.ts';
import { useHistory } from '../../sheet/useHistory.ts';
import { Leads } from './Leads.tsx';
import { problemPlaces, type ProblemPlace } from './problemPlaces.ts';
import type { TableName, TableRow } from './tableColumns.ts';
import { TableSheet } from './TableSheet.tsx';

/** The venue's contracts and assets, each as one sheet that is searched and written in. */
export function SpecificationEditor(props: EditorProps) {
  const translate = useTranslate();
  const { document, problems, before = null, onChange } = props;
  const history = useHistory(document, onChange);
  const [table, setTable] = useState<TableName>('contracts');
  const [wanted, setWanted] = useState<ProblemPlace | null>(null);
  const tables = useMemo(() => tablesOf(document), [document]);
  const old = useMemo(() => (before === null ? null : tablesOf(before)), [before]);
  const places = useMemo(() => problemPlaces(document, problems), [document, problems]);
  if (tables === null) return <SchemaEditor {...props} />;
  const lead = (place: ProblemPlace): void => {
    setTable(place.table);
    setWanted({ ...place });
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <ToggleButtonGroup
        exclusive
        value={table}
        aria-label={translate('specification.table')}
        onChange={(_, next: TableName | null) => next !== null && setTable(next)}
      >
        {(['contracts', 'assets'] as const).map((one) => (
          <ToggleButton key={one} value={one}>
            {`${translate(`specification.${one}`)} ${String(tables[one].length)}`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Leads places={places} onLead={lead} />
      <TableSheet
        key={table}
        table={table}
        rows={tables[table]}
        before={old?.[table] ?? null}
        places={places}
        wanted={wanted?.table === table ? wanted : null}
        document={document}
        history={history}
      />
    </Box>
  );
}

/** Both tables of a document; null where it has none that could be drawn. */
function tablesOf(
  document: Readonly<Record<string, unknown>>,
): Readonly<Record<TableName, readonly TableRow[]>> | null {
  const { contracts, assets } = document;
  return isTable(contracts) && isTable(assets) ? { contracts, assets } : null;
}

function isTable(value: unknown): value is readonly TableRow[] {
  return Array.isArray(value) && value.every(isRecord);
}
