import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { DataTable, LinkBase, useListContext, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Sentence } from '../../fields/Sentence.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Scroller } from '../../layout/Scroller.tsx';
import { changePath } from './changePath.ts';
import { changeTitle } from './changeTitle.ts';
import { PhaseChip } from './PhaseChip.tsx';
import { PolicyNames } from './PolicyNames.tsx';
import { readMissing } from './readMissing.ts';
import { StartText } from './StartText.tsx';

/** A change a row. What it is called is a link, so that the keyboard reaches every row. */
export function ChangeTable() {
  const translate = useTranslate();
  const { error, refetch } = useListContext<ChangeSummary>();
  if (error) {
    return (
      <Box sx={{ px: 2 }}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Box>
    );
  }
  return (
    <Scroller isRuled sx={table}>
      <DataTable<ChangeSummary>
        bulkActionButtons={false}
        rowClick={(id) => changePath(String(id))}
        empty={<Empty title={translate('changes.none')}>{translate('changes.none_hint')}</Empty>}
      >
        <DataTable.Col<ChangeSummary>
          source="reason"
          label="changes.reason"
          disableSort
          render={(change) => <Called change={change} />}
        />
        <DataTable.Col<ChangeSummary>
          source="status"
          label="changes.phase"
          render={(change) => <PhaseChip phase={change.phase} />}
        />
        <DataTable.Col<ChangeSummary>
          source="effect"
          label="changes.effect"
          disableSort
          render={(change) => (change.effect === null ? '–' : <EffectChip effect={change.effect} />)}
        />
        <DataTable.Col<ChangeSummary>
          source="author"
          label="changes.author"
          disableSort
          render={(change) => <PersonName id={change.author} />}
        />
        <DataTable.Col<ChangeSummary>
          source="missing"
          label="changes.missing"
          disableSort
          render={(change) => <Missing change={change} />}
        />
        <DataTable.Col<ChangeSummary>
          source="effectiveFrom"
          label="changes.effective_from"
          render={(change) => <StartText change={change} isShort />}
        />
        <DataTable.Col<ChangeSummary>
          source="updatedAt"
          label="changes.updated"
          render={(change) => <InstantField value={change.updatedAt} isShort />}
        />
      </DataTable>
    </Scroller>
  );
}

function Called({ change }: { change: ChangeSummary }) {
  const translate = useTranslate();
  return (
    <>
      <Link component={LinkBase} to={changePath(change.id)} sx={{ fontWeight: 600 }}>
        {changeTitle(change, translate)}
      </Link>
      <Box sx={{ fontSize: '0.8rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
        <PolicyNames change={change} />
      </Box>
    </>
  );
}

function Missing({ change }: { change: ChangeSummary }) {
  const translate = useTranslate();
  const missing = readMissing(change.missing, translate);
  return missing === null ? '–' : <Sentence text={missing} isWithin />;
}

const table = {
  '& td': { py: '6px' },
  '& td.column-reason': { minWidth: 200, maxWidth: 520 },
  '& td.column-missing': { maxWidth: 220 },
  // The page of the change has them all.
  '& .column-updatedAt': { display: { xs: 'none', lg: 'table-cell' } },
  '& .column-effectiveFrom': { display: { xs: 'none', md: 'table-cell' } },
  '& .column-author': { display: { xs: 'none', md: 'table-cell' } },
} as const;
