import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { ConditionEditor } from '../../rules/builder/ConditionEditor.tsx';
import { byText, canonicalPlaces, rawRows, rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';

interface Props {
  /** Of the layer in the document. */
  readonly pointer: string;
  readonly layer: RawRow;
  /** Of the layer. */
  readonly name: string;
  readonly isWrong: (place: string) => boolean;
  readonly onChange: (layer: RawRow) => void;
}

/** Whom a layer leaves out: any one of these is enough. */
export function ExemptionRows({ pointer, layer, name, isWrong, onChange }: Props) {
  const translate = useTranslate();
  const rows = rawRows(layer, 'exemptions');
  // What is of another shape only its JSON can show.
  if (rows === null) return null;
  const places = canonicalPlaces(rows, byText('name'));
  const update = (next: readonly RawRow[]): void => onChange({ ...layer, exemptions: next });
  return (
    <Box component="section" aria-label={translate('waterfall.exemptions_of', { name })} sx={{ mt: 1.5 }}>
      <Box sx={{ fontWeight: 600, fontSize: '0.88rem' }}>{translate('waterfall.exemptions')}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem', mb: 1 }}>
        {translate(rows.length === 0 ? 'waterfall.exemptions_none' : 'waterfall.exemptions_hint')}
      </Box>
      {rows.map((row, at) => {
        const exemption = rawText(row, 'name');
        const place = `/exemptions/${String(places[at] ?? at)}`;
        const change = (next: RawRow): void => update(rows.map((one, other) => (other === at ? next : one)));
        return (
          // Known by its place while its name is typed.
          <Box key={at} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, pt: 1.5, mb: 1, minWidth: 0 }}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.5 }}>
              <TextField
                size="small"
                data-pointer={`${pointer}${place}/name`}
                label={
                  <ShortLabel
                    shown={translate('builder.name')}
                    whole={translate('waterfall.exemption_name', { name: exemption, layer: name })}
                  />
                }
                value={exemption}
                error={isWrong(`${place}/name`)}
                onChange={({ target }) => change({ ...row, name: target.value })}
                sx={{ width: 220, mr: 'auto' }}
              />
              <IconButton
                size="small"
                aria-label={translate('waterfall.remove_exemption', { name: exemption, layer: name })}
                onClick={() => update(rows.filter((_, other) => other !== at))}
              >
                <CloseOutlined fontSize="small" />
              </IconButton>
            </Box>
            <ConditionEditor
              isRoot
              condition={row['conditions']}
              pointer={`${pointer}${place}/conditions`}
              label={exemption}
              onChange={(conditions) => change({ ...row, conditions })}
            />
          </Box>
        );
      })}
      <Button
        startIcon={<AddOutlined />}
        aria-label={translate('waterfall.add_exemption_of', { name })}
        onClick={() => update([...rows, { name: freeName(rows), conditions: { all: [HEDGED] } }])}
      >
        {translate('waterfall.add_exemption')}
      </Button>
    </Box>
  );
}

/** What is exempted most; whoever writes it changes it. */
const HEDGED = { fact: 'hedged', operator: 'equal', value: true };

/** A name that no other row has, which whoever writes it changes. */
function freeName(rows: readonly RawRow[]): string {
  const taken = rows.map((row) => rawText(row, 'name'));
  for (let number = rows.length + 1; ; number += 1) {
    const name = `exemption-${String(number)}`;
    if (!taken.includes(name)) return name;
  }
}
