import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useListContext, useTranslate } from 'react-admin';
import { useKinds } from '../../providers/queries.ts';
import type { PolicyResource } from '@backstop/contracts';
import { narrowed, type PolicyFilter } from './policyFilter.ts';
import { useKindCounts } from './useKindCounts.ts';

/** One kind or all of them, each with how many policies the search leaves. */
export function KindFilter() {
  const translate = useTranslate();
  const list = useListContext<PolicyResource>();
  const { setFilters } = list;
  const filter = list.filterValues as PolicyFilter;
  const { data: kinds = [] } = useKinds();
  const counts = useKindCounts(
    kinds.map(({ id }) => id),
    filter,
  );
  const known = [...counts.values()];
  const total =
    known.length > 0 && known.every((count) => count !== null) ? known.reduce((sum, count) => sum + count, 0) : null;
  const rows = [
    { id: '', title: translate('policies.all_kinds'), count: total },
    ...kinds.map(({ id, title }) => ({ id, title, count: counts.get(id) ?? null })),
  ];
  return (
    <Box component="nav" aria-label={translate('policies.kinds')} sx={kindList}>
      {rows.map(({ id, title, count }) => (
        <ButtonBase
          key={id}
          aria-pressed={(filter.kind ?? '') === id}
          onClick={() => setFilters(narrowed({ ...filter, kind: id }))}
          sx={item}
        >
          <Box component="span" sx={{ flex: 1, minWidth: 0, textAlign: 'left' }}>
            {title}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.8rem' }}>
            {count ?? '·'}
          </Box>
        </ButtonBase>
      ))}
    </Box>
  );
}

const kindList = {
  display: 'flex',
  flexDirection: { xs: 'row', md: 'column' },
  flexWrap: 'wrap',
  gap: 0.5,
  p: 0.75,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;

const item = {
  gap: 1.5,
  px: 1.25,
  minHeight: 34,
  borderRadius: 1,
  fontSize: '0.86rem',
  color: 'text.secondary',
  '&:hover': { bgcolor: 'action.hover', color: 'text.primary' },
  '&[aria-pressed=true]': { bgcolor: 'action.selected', color: 'text.primary', fontWeight: 600 },
} as const;
