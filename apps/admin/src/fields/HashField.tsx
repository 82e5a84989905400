import { useState } from 'react';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'react-admin';
import { visuallyHidden } from '../layout/Loading.tsx';
import { MONO } from '../layout/theme.ts';

interface Props {
  readonly value: string;
  /** What it is a digest of; read out and shown on hover. */
  readonly label: string;
  readonly length?: number;
  readonly tone?: 'inherit' | 'text.primary';
}

/** The first digits of a digest; a click copies all of it. */
export function HashField({ value, label, length = 10, tone = 'text.primary' }: Props) {
  const translate = useTranslate();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(value).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1600);
    });
  };
  const what = translate(isCopied ? 'field.copied' : 'field.copy', { label });
  return (
    <Tooltip describeChild title={<span style={{ overflowWrap: 'anywhere' }}>{`${what}: ${value}`}</span>}>
      <ButtonBase
        onClick={copy}
        sx={{ fontFamily: MONO, fontSize: '0.95em', color: tone, gap: 0.5, borderRadius: 0.5, px: 0.25 }}
      >
        {value.slice(0, length)}
        <Box component="span" sx={visuallyHidden}>
          {` ${what}`}
        </Box>
        {isCopied ? (
          <CheckOutlined sx={{ fontSize: '1em' }} />
        ) : (
          <ContentCopyOutlined sx={{ fontSize: '1em', opacity: 0.55 }} />
        )}
      </ButtonBase>
    </Tooltip>
  );
}
