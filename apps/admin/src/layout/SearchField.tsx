import SearchOutlined from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useSettledText } from './useSettledText.ts';

interface Props {
  readonly label: string;
  /** What may be searched for. */
  readonly example: string;
  readonly value: string;
  /** Told after a pause in typing, so that the address and the list do not flicker. */
  readonly onSearch: (text: string) => void;
}

/** Where what is sought is typed. */
export function SearchField({ label, example, value, onSearch }: Props) {
  const [text, type] = useSettledText(value, onSearch);
  return (
    <TextField
      type="search"
      label={label}
      placeholder={example}
      value={text}
      onChange={({ target }) => type(target.value)}
      sx={{ flex: '1 1 240px', maxWidth: 420 }}
      slotProps={{
        inputLabel: { shrink: true },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchOutlined fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
