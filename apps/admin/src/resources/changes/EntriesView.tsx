import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Empty } from '../../layout/Empty.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { EntryPanel } from './EntryPanel.tsx';

/** What each policy is and what it becomes. */
export function EntriesView({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  if (change.entries.length === 0) {
    return (
      <Panel title={translate('change.content')}>
        <Empty title={translate('change.no_entries')}>{translate('change.no_entries_hint')}</Empty>
      </Panel>
    );
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      {change.entries.map((entry) => (
        <EntryPanel key={entry.policy} change={change} entry={entry} />
      ))}
    </Box>
  );
}
