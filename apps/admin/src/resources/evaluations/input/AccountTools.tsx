import { useState } from 'react';
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import { requestText, SAMPLES } from './samples.ts';
import { packed } from './sharedAccount.ts';

interface Props {
  readonly text: string;
  readonly showsJson: boolean;
  readonly canShowForm: boolean;
  readonly onReplace: (text: string) => void;
  readonly onShow: (as: 'form' | 'json') => void;
}

/** A sample to begin with, a link to pass on, and form or JSON. */
export function AccountTools({ text, showsJson, canShowForm, onReplace, onShow }: Props) {
  const translate = useTranslate();
  const [isCopied, setCopied] = useState(false);
  const copyLink = async (): Promise<void> => {
    const { origin, pathname } = window.location;
    const search = new URLSearchParams({ account: await packed(text) });
    await navigator.clipboard.writeText(`${origin}${pathname}#/evaluate?${search.toString()}`);
    setCopied(true);
    setTimeout(() => setCopied(false), 1600);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <TextField
        select
        label={translate('evaluate.sample')}
        value=""
        onChange={({ target }) => {
          const sample = SAMPLES.find(({ key }) => key === target.value);
          if (sample !== undefined) onReplace(requestText(sample.request));
        }}
        sx={{ width: 210 }}
        slotProps={{
          inputLabel: { shrink: true },
          select: { displayEmpty: true, renderValue: () => translate('evaluate.choose_sample') },
        }}
      >
        {SAMPLES.map(({ key }) => (
          <MenuItem key={key} value={key}>
            {translate(`sample.${key}`)}
          </MenuItem>
        ))}
      </TextField>
      <Button startIcon={<LinkOutlined />} onClick={() => void copyLink()}>
        {translate(isCopied ? 'evaluate.link_copied' : 'evaluate.copy_link')}
      </Button>
      <ToggleButtonGroup
        exclusive
        value={showsJson ? 'json' : 'form'}
        aria-label={translate('evaluate.show_as')}
        onChange={(_, next: 'form' | 'json' | null) => next !== null && onShow(next)}
      >
        <ToggleButton value="form" disabled={!canShowForm}>
          {translate('evaluate.as_form')}
        </ToggleButton>
        <ToggleButton value="json">{translate('evaluate.as_json')}</ToggleButton>
      </ToggleButtonGroup>
    </Box>
  );
}
