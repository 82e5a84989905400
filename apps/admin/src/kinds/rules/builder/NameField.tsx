import { useState, type ReactNode } from 'react';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';

interface Props {
  readonly label: ReactNode;
  readonly name: string;
  /** The names of the others, which it cannot take. */
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
}

/** The name under which something stands in an object: one that is taken, or none, stays in the field and out of the document. */
export function NameField({ label, name, taken, onRename }: Props) {
  const translate = useTranslate();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    const isFree = text !== '' && !taken.includes(text);
    setTyped(isFree ? null : text);
    if (isFree && text !== name) onRename(text);
  };
  const isHeld = typed !== null;
  return (
    <TextField
      size="small"
      label={label}
      value={typed ?? name}
      error={isHeld}
      helperText={isHeld ? translate(typed === '' ? 'builder.name_missing' : 'builder.name_taken') : undefined}
      onChange={({ target }) => change(target.value)}
      onBlur={() => setTyped(null)}
      sx={{ width: 190 }}
    />
  );
}
