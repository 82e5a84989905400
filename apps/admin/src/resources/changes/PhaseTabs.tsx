import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useListContext, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { narrowed, PHASE_GROUPS, type ChangeFilter } from './changeFilter.ts';

/** Changes by where they stand. */
export function PhaseTabs() {
  const translate = useTranslate();
  const list = useListContext<ChangeSummary>();
  const { setFilters } = list;
  const filter = list.filterValues as ChangeFilter;
  const current = PHASE_GROUPS.find(({ phases }) => phases.join(',') === (filter.phase ?? ''))?.key ?? false;
  return (
    <Tabs
      value={current}
      variant="scrollable"
      allowScrollButtonsMobile
      aria-label={translate('changes.phases')}
      onChange={(_, key: string) => {
        const phases = PHASE_GROUPS.find((group) => group.key === key)?.phases ?? [];
        setFilters(narrowed({ ...filter, phase: phases.join(',') }));
      }}
      sx={{ borderBottom: 1, borderColor: 'divider' }}
    >
      {PHASE_GROUPS.map(({ key }) => (
        <Tab key={key} value={key} label={translate(`changes.group_${key}`)} />
      ))}
    </Tabs>
  );
}
