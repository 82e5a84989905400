import { useState, type SyntheticEvent } from 'react';
import BookmarkBorderOutlined from '@mui/icons-material/BookmarkBorderOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import { LinkBase, useLocation, useStore, useTranslate } from 'react-admin';
import { useSession } from '../providers/session.ts';
import { withView, type SavedView } from './savedView.ts';

/**
 * Filters under a name, for one page and one person, in this browser. A view is the address itself: what is chosen is
 * the address, and the address can be sent to others.
 */
export function SavedViews({ page }: { page: string }) {
  const translate = useTranslate();
  const { person } = useSession();
  const { pathname, search } = useLocation();
  const [views, setViews] = useStore<readonly SavedView[]>(`views.${person?.id ?? ''}.${page}`, []);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [name, setName] = useState('');
  const close = (): void => setAnchor(null);
  const keep = (event: SyntheticEvent): void => {
    event.preventDefault();
    setViews(withView(views, { name: name.trim(), search }));
    setName('');
    close();
  };
  return (
    <>
      <Button
        aria-haspopup="dialog"
        startIcon={<BookmarkBorderOutlined fontSize="small" />}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {translate('views.title')}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': translate('views.title'), sx: { p: 1.5, width: 320 } } }}
      >
        {views.length === 0 ? <Box sx={{ color: 'text.secondary', mb: 1 }}>{translate('views.none')}</Box> : null}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {views.map((view) => (
            <Box component="li" key={view.name} sx={{ display: 'flex', alignItems: 'center' }}>
              <Button
                component={LinkBase}
                to={`${pathname}${view.search}`}
                onClick={close}
                aria-current={view.search === search}
                sx={{ flex: 1, justifyContent: 'flex-start', minWidth: 0 }}
              >
                {view.name}
              </Button>
              <IconButton
                aria-label={translate('views.remove', { name: view.name })}
                onClick={() => setViews(views.filter((other) => other.name !== view.name))}
              >
                <DeleteOutlined fontSize="small" />
              </IconButton>
            </Box>
          ))}
        </Box>
        <Box component="form" onSubmit={keep} sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
          <TextField
            label={translate('views.name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 60 } }}
            sx={{ flex: 1 }}
          />
          <Button type="submit" variant="outlined" disabled={name.trim() === '' || search === ''}>
            {translate('views.keep')}
          </Button>
        </Box>
      </Popover>
    </>
  );
}
