import { useRef, useEffect } from 'react';
import Box from '@mui/material/Box';
import { MONO } from '../layout/theme.ts';

interface Props {
  readonly label: string;
  readonly text: string;
  /** Part of the text to show and select, as where a problem is. */
  readonly selected: { readonly start: number; readonly end: number } | null;
  readonly onChange: (text: string) => void;
}

/** JSON as it is typed, letter by letter. */
export function JsonArea({ label, text, selected, onChange }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (element === null || selected === null) return;
    element.focus();
    element.setSelectionRange(selected.start, selected.end);
    const lines = element.value.slice(0, selected.start).split('\n').length;
    element.scrollTop = Math.max(0, (lines - 6) * LINE_HEIGHT);
  }, [selected]);
  return (
    <Box
      component="textarea"
      ref={area}
      aria-label={label}
      value={text}
      spellCheck={false}
      onChange={({ target }: { target: HTMLTextAreaElement }) => onChange(target.value)}
      sx={editor}
    />
  );
}

/** In pixels; fixed so that a line can be scrolled to. */
const LINE_HEIGHT = 20;

const editor = {
  width: '100%',
  minHeight: 420,
  resize: 'vertical',
  p: 1.5,
  border: 1,
  borderColor: 'lineStrong',
  borderRadius: 1,
  bgcolor: 'raised',
  color: 'text.primary',
  fontFamily: MONO,
  fontSize: '0.82rem',
  lineHeight: `${String(LINE_HEIGHT)}px`,
  whiteSpace: 'pre',
  overflow: 'auto',
  '&:focus': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -1 },
} as const;
