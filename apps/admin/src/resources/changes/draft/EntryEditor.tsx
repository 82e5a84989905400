import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { parsePolicyId } from '@backstop/core/policy';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { ladderUnits } from '../../../kinds/margin-tiers/ladderUnits.ts';
import { Panel } from '../../../layout/Panel.tsx';
import { useVersion } from '../../../providers/queries.ts';
import { useSpecification } from '../../../providers/useSpecification.ts';
import { checkEntry } from './checkEntry.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import type { DraftEntry } from './draft.ts';
import { EntryDifferences } from './EntryDifferences.tsx';
import { focusField } from './focusField.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { scopeOfTexts } from './scopeTexts.ts';
import type { WantedPlace } from './useEntryPlaces.ts';

interface Props {
  readonly entry: DraftEntry;
  readonly isOpen: boolean;
  /** Where somebody wants to be led. */
  readonly wanted: WantedPlace | null;
  readonly onFold: (isOpen: boolean) => void;
  readonly onChange: (entry: DraftEntry) => void;
  readonly onRemove: () => void;
}

/** One policy of a draft: what it is to say, checked by the core at every key, and what that changes. */
export function EntryEditor({ entry, isOpen, wanted, onFold, onChange, onRemove }: Props) {
  const translate = useTranslate();
  const settled = useDeferredValue(entry);
  const checked = useMemo(() => checkEntry(settled), [settled]);
  const mistakes = checked.problems.length + (checked.syntax === null ? 0 : 1);
  const kind = parsePolicyId(entry.policy)?.kind ?? '';
  const { data: specification } = useSpecification();
  const { data: base } = useVersion(entry.policy, entry.base);
  const asset = ladderUnits(scopeOfTexts(settled.scope), specification).settlementAsset;
  const around = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted === null || wanted.isInDocument) return;
    if (!focusField(around.current, wanted.pointer)) around.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  const of = (place: string): string | null =>
    checked.problems.find(({ path }) => path.startsWith(place))?.message ?? null;
  return (
    <Panel
      title={entry.policy}
      note={entry.base === null ? translate('change.base_none') : translate('change.base', { version: entry.base })}
      actions={
        <>
          {mistakes === 0 ? null : (
            <ToneChip tone="danger">{translate('draft.mistakes', { smart_count: mistakes })}</ToneChip>
          )}
          <Button
            aria-expanded={isOpen}
            aria-label={translate(isOpen ? 'draft.fold_of' : 'draft.unfold_of', { policy: entry.policy })}
            onClick={() => onFold(!isOpen)}
          >
            {translate(isOpen ? 'draft.fold' : 'draft.unfold')}
          </Button>
          <Button color="error" aria-label={translate('draft.remove_of', { policy: entry.policy })} onClick={onRemove}>
            {translate('draft.remove')}
          </Button>
        </>
      }
    >
      {isOpen ? (
        <Box ref={around} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <TextField
              data-pointer="/title"
              label={translate('draft.title')}
              value={entry.title}
              onChange={({ target }) => onChange({ ...entry, title: target.value })}
              error={of('/title') !== null}
              helperText={of('/title')}
              sx={{ flex: '1 1 260px' }}
            />
            <TextField
              select
              label={translate('draft.mode')}
              value={entry.mode}
              onChange={({ target }) => onChange({ ...entry, mode: target.value as DraftEntry['mode'] })}
              sx={{ width: 260 }}
            >
              <MenuItem value="enforce">{translate('draft.mode_enforce')}</MenuItem>
              <MenuItem value="shadow">{translate('draft.mode_shadow')}</MenuItem>
            </TextField>
          </Box>
          <ScopeFields scope={entry.scope} problem={of('/scope')} onChange={(scope) => onChange({ ...entry, scope })} />
          <FormControlLabel
            control={<Checkbox checked={entry.ends} onChange={(_, ends) => onChange({ ...entry, ends })} />}
            label={translate('draft.ends')}
          />
          {entry.ends ? (
            <Alert severity="warning" variant="outlined" sx={{ bgcolor: 'background.paper' }}>
              {translate('draft.ends_note')}
            </Alert>
          ) : (
            <>
              <DocumentEditor
                policy={entry.policy}
                kind={kind}
                scope={scopeOfTexts(settled.scope)}
                asset={asset}
                text={entry.text}
                checked={checked}
                wanted={wanted?.isInDocument === true ? wanted : null}
                before={base?.document ?? null}
                onChange={(text) => onChange({ ...entry, text })}
              />
              <EntryDifferences kind={kind} asset={asset} entry={settled} document={checked.document} />
            </>
          )}
        </Box>
      ) : null}
    </Panel>
  );
}
