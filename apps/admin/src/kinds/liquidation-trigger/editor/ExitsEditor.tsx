import CloseOutlined from '@mui/icons-material/CloseOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Note } from '../../../fields/Note.tsx';
import { useSurroundings } from '../../generic/editor/EditorContext.ts';
import { ConditionEditor } from '../../rules/builder/ConditionEditor.tsx';
import { byText, canonicalPlaces, rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';

interface Props {
  readonly exits: readonly RawRow[];
  /** The zones that the rules give. */
  readonly zones: readonly string[];
  readonly onChange: (exits: readonly RawRow[]) => void;
}

/** What must hold for an account to leave a zone for a milder one: of each zone at most one. */
export function ExitsEditor({ exits, zones, onChange }: Props) {
  const translate = useTranslate();
  const places = canonicalPlaces(exits, byText('zone'));
  const [next] = zones.filter((zone) => exits.every((exit) => exit['zone'] !== zone));
  const tell = (at: number, exit: RawRow): void => onChange(exits.map((one, place) => (place === at ? exit : one)));
  return (
    <Box component="section" aria-label={translate('trigger.exits')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">{translate('trigger.exits')}</Typography>
      {exits.map((exit, at) => (
        <ExitCard
          key={at}
          exit={exit}
          pointer={`/exits/${String(places[at] ?? at)}`}
          zones={zones}
          onChange={(changed) => tell(at, changed)}
          onRemove={() => onChange(exits.filter((_, place) => place !== at))}
        />
      ))}
      {next === undefined ? null : (
        <Box>
          <Button
            variant="outlined"
            size="small"
            onClick={() => onChange([...exits, { zone: next, conditions: { all: [NEW_EXIT] } }])}
          >
            {translate('builder.add_exit')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

interface CardProps {
  readonly exit: RawRow;
  readonly pointer: string;
  readonly zones: readonly string[];
  readonly onChange: (exit: RawRow) => void;
  readonly onRemove: () => void;
}

function ExitCard({ exit, pointer, zones, onChange, onRemove }: CardProps) {
  const translate = useTranslate();
  const { problems } = useSurroundings();
  const zone = rawText(exit, 'zone');
  const name = translate('builder.exit_of', { zone });
  const wrong = problems.filter(({ path }) => path === pointer || path === `${pointer}/zone`);
  return (
    <Box
      data-pointer={pointer}
      sx={{
        border: 1,
        borderColor: wrong.length > 0 ? 'tones.danger' : 'divider',
        borderRadius: 1,
        p: 1,
        pt: 1.5,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.5 }}>
        <TextField
          select
          size="small"
          label={
            <ShortLabel shown={translate('builder.zone_left')} whole={translate('builder.zone_left_of', { zone })} />
          }
          value={zone}
          onChange={({ target }) => onChange({ ...exit, zone: target.value })}
          sx={{ width: 190, mr: 'auto' }}
        >
          {[...new Set([...zones, zone])].map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
        <IconButton size="small" aria-label={translate('builder.remove_exit', { zone })} onClick={onRemove}>
          <CloseOutlined fontSize="small" />
        </IconButton>
      </Box>
      {wrong.map(({ path, message }) => (
        <Note
          key={path + message}
          tone="danger"
          icon={<ErrorOutlineOutlined fontSize="inherit" />}
          sentence={message}
        />
      ))}
      <ConditionEditor
        isRoot
        condition={exit['conditions']}
        pointer={`${pointer}/conditions`}
        label={name}
        onChange={(conditions) => onChange({ ...exit, conditions })}
      />
    </Box>
  );
}

/** What an exit begins with: what is left covers the maintenance margin again. */
const NEW_EXIT: RawRow = { fact: 'equity', operator: 'greaterThanInclusive', value: { fact: 'maintenanceMargin' } };
