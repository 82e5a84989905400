import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useDirectory } from '../providers/directory.ts';

/** Who did something, by name: a person, the system, or the key of a trading system. The id where no name is known. */
export function PersonName({ id }: { id: string }) {
  const translate = useTranslate();
  const { data: directory = [] } = useDirectory();
  if (id === 'system') return <>{translate('person.system')}</>;
  if (id.startsWith('key:')) return <>{translate('person.key', { id: id.slice('key:'.length) })}</>;
  const entry = directory.find((one) => one.id === id);
  return (
    <Box
      component="span"
      title={entry?.login ?? undefined}
      sx={entry === undefined ? { overflowWrap: 'anywhere' } : {}}
    >
      {entry?.name ?? id}
    </Box>
  );
}
