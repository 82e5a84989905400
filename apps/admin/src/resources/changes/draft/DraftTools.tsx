import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';

interface Props {
  readonly isDirty: boolean;
  readonly isNew: boolean;
  /** Whether somebody else has saved since it was typed. */
  readonly isOutdated: boolean;
  /** Whether it can be stored as it stands. */
  readonly isStorable: boolean;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onPreview: () => void;
  readonly onGoOn: () => void;
  readonly onForget: () => void;
}

/** What may be done with a draft; why not, in words. */
export function DraftTools({
  isDirty,
  isNew,
  isOutdated,
  isStorable,
  isSaving,
  onSave,
  onPreview,
  onGoOn,
  onForget,
}: Props) {
  const translate = useTranslate();
  const hasSomething = isDirty || isNew;
  const status = isOutdated
    ? 'draft.not_merged'
    : !isStorable
      ? 'draft.not_storable'
      : isSaving
        ? 'draft.saving'
        : hasSomething
          ? 'draft.unsaved'
          : 'draft.saved';
  return (
    <Box sx={bar}>
      <Button variant="contained" disabled={isOutdated || !isStorable || isSaving || !hasSomething} onClick={onSave}>
        {translate('draft.save')}
      </Button>
      <Button variant="outlined" disabled={isOutdated || !isStorable || isSaving} onClick={onPreview}>
        {translate(hasSomething ? 'draft.save_preview' : 'draft.preview')}
      </Button>
      <Button variant="outlined" disabled={isOutdated || !isStorable || isSaving} onClick={onGoOn}>
        {translate(hasSomething ? 'draft.save_submit' : 'draft.submit')}
      </Button>
      {isDirty && !isNew ? (
        <Button color="error" disabled={isSaving} onClick={onForget}>
          {translate('draft.discard')}
        </Button>
      ) : null}
      <Box
        role="status"
        sx={{ color: isStorable && !isOutdated ? 'text.secondary' : 'tones.danger', fontSize: '0.84rem' }}
      >
        {translate(status)}
      </Box>
    </Box>
  );
}

const bar = {
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1.5,
  px: 2,
  py: 1.25,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;
