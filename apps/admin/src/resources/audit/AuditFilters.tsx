import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { SearchField } from '../../layout/SearchField.tsx';
import type { AuditFilter } from '../../providers/auditApi.ts';

interface Props {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: Readonly<Record<string, string | null>>) => void;
}

/** Who, what, and what to: each exactly as the chain has it. */
export function AuditFilters({ filter, onFilter }: Props) {
  const translate = useTranslate();
  const isNarrowed = filter.actor !== '' || filter.act !== '' || filter.subject !== '';
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, p: 1.5 }}>
      {(['actor', 'act', 'subject'] as const).map((name) => (
        <SearchField
          key={name}
          label={translate(`audit.${name}`)}
          example={translate(`audit.${name}_example`)}
          value={filter[name]}
          onSearch={(text) => onFilter({ [name]: text })}
        />
      ))}
      {isNarrowed ? (
        <Button onClick={() => onFilter({ actor: null, act: null, subject: null })}>{translate('audit.clear')}</Button>
      ) : null}
    </Box>
  );
}
