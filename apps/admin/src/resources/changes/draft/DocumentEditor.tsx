import { useState } from 'react';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { JsonArea } from '../../../fields/JsonArea.tsx';
import { jsonPlace } from '../../../text/jsonPlace.ts';
import type { CheckedEntry } from './checkEntry.ts';
import { EntryProblems } from './EntryProblems.tsx';
import { ladderRows } from './ladderRows.ts';
import { TierTable } from './TierTable.tsx';
import { WaterfallForm } from './waterfall/WaterfallForm.tsx';
import { waterfallLayers } from './waterfall/waterfallLayers.ts';

interface Props {
  readonly policy: string;
  readonly kind: string;
  /** What amounts are counted in; null where it is not known. */
  readonly asset: string | null;
  readonly text: string;
  readonly checked: CheckedEntry;
  readonly onChange: (text: string) => void;
}

/** A document as JSON, and where its kind has a simpler form, as that: one text behind both. */
export function DocumentEditor({ policy, kind, asset, text, checked, onChange }: Props) {
  const translate = useTranslate();
  const ladder = kind === 'margin-tiers' ? ladderRows(text) : null;
  const waterfall = kind === 'loss-waterfall' ? waterfallLayers(text) : null;
  const hasForm = ladder !== null || waterfall !== null;
  const [as, setAs] = useState<'table' | 'json'>('table');
  const [selected, setSelected] = useState<{ start: number; end: number } | null>(null);
  const showsForm = hasForm && as === 'table';
  const placeOf = (pointer: string): (() => void) | null => {
    const place = jsonPlace(text, pointer);
    if (place === null) return null;
    return () => {
      setAs('json');
      setSelected({ ...place });
    };
  };
  return (
    <Box component="section" aria-label={translate('draft.document_of', { policy })}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 0.75, minHeight: 32 }}>
        <Typography variant="h3">{translate('draft.document')}</Typography>
        {hasForm ? (
          <ToggleButtonGroup
            exclusive
            value={showsForm ? 'table' : 'json'}
            aria-label={translate('draft.show_as')}
            onChange={(_, next: 'table' | 'json' | null) => next !== null && setAs(next)}
          >
            <ToggleButton value="table">
              {translate(waterfall === null ? 'draft.as_table' : 'waterfall.as_layers')}
            </ToggleButton>
            <ToggleButton value="json">{translate('draft.as_json')}</ToggleButton>
          </ToggleButtonGroup>
        ) : null}
      </Box>
      {showsForm && waterfall !== null ? (
        <WaterfallForm waterfall={waterfall} checked={checked} onChange={onChange} />
      ) : showsForm && ladder !== null ? (
        <TierTable ladder={ladder} asset={asset} problems={checked.problems} onChange={onChange} />
      ) : (
        <JsonArea label={translate('draft.json_of', { policy })} text={text} selected={selected} onChange={onChange} />
      )}
      <EntryProblems checked={checked} onGoTo={placeOf} />
    </Box>
  );
}
