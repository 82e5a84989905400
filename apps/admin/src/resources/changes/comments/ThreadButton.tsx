import ChatBubbleOutlineOutlined from '@mui/icons-material/ChatBubbleOutlineOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';

interface Props {
  /** The place that is talked about, for those who do not see where it stands. */
  readonly about: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Opens what was said about one row, and where more is said. */
export function ThreadButton({ about, count, isOpen, onToggle }: Props) {
  const translate = useTranslate();
  return (
    <Button
      aria-expanded={isOpen}
      aria-label={translate(isOpen ? 'comments.hide_of' : 'comments.open_of', { about, smart_count: count })}
      onClick={onToggle}
      startIcon={<ChatBubbleOutlineOutlined fontSize="small" />}
      sx={{ minWidth: 0, px: 0.75, fontWeight: count === 0 ? 400 : 650 }}
    >
      {count === 0 ? translate('comments.comment') : count}
    </Button>
  );
}
