import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { formatDuration } from '@backstop/core/venue';
import { MONO } from '../layout/theme.ts';
import { asPercent, groupDigits } from '../text/figures.ts';
import type { FieldUnit } from './fieldUnit.ts';

interface Props {
  readonly before: string | null;
  readonly after: string | null;
  /** What differs, for those who do not see where it stands. */
  readonly about: string;
  /** What the figure is counted in; null where it is none, or its field does not say. */
  readonly unit?: FieldUnit | null;
  /** The asset of an amount; null where it is not known or differs by contract. */
  readonly asset?: string | null;
}

/** What a figure was and what it becomes; whole parts of a document only when asked for. */
export function DiffField({ before, after, about, unit = null, asset = null }: Props) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const [was, is] = [partOf(before), partOf(after)];
  if (was === null && is === null) return <ShortDiff before={before} after={after} unit={unit} asset={asset} />;
  return (
    <Box>
      <Button
        aria-expanded={isOpen}
        aria-label={translate(isOpen ? 'versions.hide_json_of' : 'versions.show_json_of', { about })}
        onClick={() => setOpen(!isOpen)}
        sx={{ ml: -0.75, minHeight: 26, py: 0 }}
      >
        {translate(isOpen ? 'versions.hide_json' : 'versions.show_json')}
      </Button>
      {isOpen ? (
        <Box sx={{ display: 'grid', gap: 0.5 }}>
          <Source label={translate('versions.was')} text={was ?? before} />
          <Source label={translate('versions.is')} text={is ?? after} />
        </Box>
      ) : null}
    </Box>
  );
}

function ShortDiff({ before, after, unit, asset }: Omit<Required<Props>, 'about'>) {
  const translate = useTranslate();
  const read = (text: string | null): string =>
    text === null ? translate('versions.absent') : withUnit(text, unit, asset);
  const isShort = (before ?? '').length + (after ?? '').length < 48;
  return (
    <Box component="span" sx={{ whiteSpace: isShort ? 'nowrap' : 'normal' }}>
      <Box component="del" sx={{ color: 'text.secondary' }}>
        {read(before)}
      </Box>
      {' → '}
      <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 600 }}>
        {read(after)}
      </Box>
    </Box>
  );
}

/** A figure with its unit; a text that is no figure has none. */
function withUnit(text: string, unit: FieldUnit | null, asset: string | null): string {
  if (!/^-?\d/.test(text)) return text;
  switch (unit) {
    case 'percent':
      return `${groupDigits(asPercent(text))} %`;
    case 'seconds':
      return formatDuration(Number(text));
    case 'milliseconds':
      return `${groupDigits(text)} ms`;
    case 'times':
      return `${groupDigits(text)}×`;
    case 'amount':
      return asset === null ? groupDigits(text) : `${groupDigits(text)} ${asset}`;
    case null:
      return groupDigits(text);
  }
}

function Source({ label, text }: { label: string; text: string | null }) {
  const translate = useTranslate();
  return (
    <Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.76rem' }}>{label}</Box>
      {text === null ? (
        translate('versions.absent')
      ) : (
        <Box
          component="pre"
          tabIndex={0}
          aria-label={label}
          sx={{
            m: 0,
            p: 1,
            bgcolor: 'raised',
            borderRadius: 1,
            overflow: 'auto',
            maxHeight: 320,
            fontFamily: MONO,
            fontSize: '0.76rem',
          }}
        >
          {text}
        </Box>
      )}
    </Box>
  );
}

/** A part of a document as people read it; null for what is a figure or a text. */
function partOf(text: string | null): string | null {
  if (text === null || !/^[[{]/.test(text)) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
