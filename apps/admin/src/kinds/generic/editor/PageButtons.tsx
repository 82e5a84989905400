import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';

interface Props {
  readonly label: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Leafs through rows; nothing where they stand on one page. */
export function PageButtons({ label, page, pages, onPage }: Props) {
  const translate = useTranslate();
  if (pages < 2) return null;
  return (
    <Box
      role="group"
      aria-label={translate('editor.pages_of', { label })}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {translate('editor.page_before')}
      </Button>
      <Box sx={{ fontSize: '0.84rem' }}>{translate('editor.page', { page: page + 1, pages })}</Box>
      <Button disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        {translate('editor.page_next')}
      </Button>
    </Box>
  );
}
