import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { LinkBase, useMatch } from 'react-admin';
import { visuallyHidden } from './Loading.tsx';

type Props = { label: string; icon: ReactNode; badge?: ReactNode; isOpen: boolean } & (
  { to: string } | { href: string }
);

/** One way; the current one is marked for eyes and for screen readers. */
export function NavigationLink(props: Props) {
  const { label, icon, badge, isOpen } = props;
  const path = 'to' in props ? props.to : '';
  const isCurrent = useMatch({ path: path === '' ? '/-' : path, end: path === '/' }) !== null;
  const target =
    'to' in props
      ? { component: LinkBase, to: props.to }
      : { component: 'a', href: props.href, target: '_blank', rel: 'noopener' };
  return (
    <Tooltip title={isOpen ? '' : label} placement="right">
      <Box {...target} aria-current={isCurrent ? 'page' : undefined} sx={link}>
        {icon}
        <Box component="span" sx={isOpen ? { overflow: 'hidden', textOverflow: 'ellipsis' } : visuallyHidden}>
          {label}
        </Box>
        <Box component="span" sx={isOpen ? { ml: 'auto' } : { position: 'absolute', top: 0, right: 0 }}>
          {badge}
        </Box>
      </Box>
    </Tooltip>
  );
}

const link = {
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  height: 38,
  px: 1.25,
  borderRadius: 1,
  color: 'text.secondary',
  textDecoration: 'none',
  fontSize: '0.88rem',
  fontWeight: 550,
  whiteSpace: 'nowrap',
  '&:hover': { bgcolor: 'action.hover', color: 'text.primary' },
  '&[aria-current=page]': {
    bgcolor: 'action.selected',
    color: 'text.primary',
    boxShadow: (theme: { palette: { brass: string } }) => `inset 2px 0 0 ${theme.palette.brass}`,
  },
} as const;
