import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { readParameters } from '../text/readParameters.ts';

interface Action {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What goes with the actions that carry anything; nothing where none does. */
export function ActionDetails({ actions }: { actions: readonly Action[] }) {
  const translate = useTranslate();
  const detailed = actions.filter(({ params }) => Object.keys(params).length > 0);
  if (detailed.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, color: 'text.secondary', fontSize: '0.82rem' }}>
      {detailed.map(({ type, params }) => (
        <Box component="li" key={type} sx={{ overflowWrap: 'anywhere' }}>
          {translate(`action.${type}`, { _: type })}: {readParameters(params)}
        </Box>
      ))}
    </Box>
  );
}
