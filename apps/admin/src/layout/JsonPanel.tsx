import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { MONO } from './theme.ts';
import { Panel } from './Panel.tsx';

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly value: unknown;
  readonly isOpenAtFirst?: boolean;
}

/** JSON as it is, folded away until it is asked for. */
export function JsonPanel({ title, note, value, isOpenAtFirst = false }: Props) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [isCopied, setCopied] = useState(false);
  const text = isOpen ? JSON.stringify(value, null, 2) : '';
  const copy = (): void =>
    void navigator.clipboard.writeText(JSON.stringify(value, null, 2)).then(() => setCopied(true));
  return (
    <Panel
      title={title}
      note={note}
      flush={isOpen}
      actions={
        <>
          <Button onClick={copy}>{translate(isCopied ? 'json.copied' : 'json.copy')}</Button>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {translate(isOpen ? 'json.hide' : 'json.show')}
          </Button>
        </>
      }
    >
      {isOpen ? (
        <Box
          component="pre"
          tabIndex={0}
          aria-label={title}
          sx={{ m: 0, p: 2, maxHeight: 520, overflow: 'auto', fontFamily: MONO, fontSize: '0.8rem', lineHeight: 1.5 }}
        >
          {text}
        </Box>
      ) : null}
    </Panel>
  );
}
