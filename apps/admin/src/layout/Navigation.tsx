import type { ReactNode } from 'react';
import AccountBalanceWalletOutlined from '@mui/icons-material/AccountBalanceWalletOutlined';
import CalculateOutlined from '@mui/icons-material/CalculateOutlined';
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeft';
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRight';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import PublishedWithChangesOutlined from '@mui/icons-material/PublishedWithChangesOutlined';
import BalanceOutlined from '@mui/icons-material/BalanceOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import SavingsOutlined from '@mui/icons-material/SavingsOutlined';
import TrendingDownOutlined from '@mui/icons-material/TrendingDownOutlined';
import WaterfallChartOutlined from '@mui/icons-material/WaterfallChartOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useStore, useTranslate } from 'react-admin';
import type { Permission } from '@backstop/core/access';
import { referencePath } from '../providers/dataProvider.ts';
import { useSession } from '../providers/session.ts';
import { WaitingBadge } from '../resources/changes/inbox/WaitingBadge.tsx';
import { NavigationLink } from './NavigationLink.tsx';

interface Way {
  readonly label: string;
  readonly to: string;
  readonly icon: ReactNode;
  /** Left out where everybody who is signed in may go there. */
  readonly permission?: Permission;
  /** How much there is to do there. */
  readonly badge?: ReactNode;
}

const WAYS: readonly Way[] = [
  { label: 'shell.home', to: '/', icon: <HomeOutlined fontSize="small" /> },
  {
    label: 'inbox.menu',
    to: '/inbox',
    icon: <InboxOutlined fontSize="small" />,
    permission: 'change:read',
    badge: <WaitingBadge />,
  },
  { label: 'shell.policies', to: '/policies', icon: <RuleOutlined fontSize="small" />, permission: 'policy:read' },
  {
    label: 'changes.title',
    to: '/changes',
    icon: <PublishedWithChangesOutlined fontSize="small" />,
    permission: 'change:read',
  },
  { label: 'shell.evaluate', to: '/evaluate', icon: <CalculateOutlined fontSize="small" />, permission: 'evaluate' },
  {
    label: 'accounts.title',
    to: '/accounts',
    icon: <AccountBalanceWalletOutlined fontSize="small" />,
    permission: 'book:read',
  },
  {
    label: 'decisions.title',
    to: '/decisions',
    icon: <FactCheckOutlined fontSize="small" />,
    permission: 'decision:read',
  },
  { label: 'funds.menu', to: '/funds', icon: <SavingsOutlined fontSize="small" />, permission: 'fund:read' },
  {
    label: 'liquidations.title',
    to: '/liquidations',
    icon: <TrendingDownOutlined fontSize="small" />,
    permission: 'loss:read',
  },
  { label: 'losses.title', to: '/losses', icon: <WaterfallChartOutlined fontSize="small" />, permission: 'loss:read' },
  { label: 'solvency.title', to: '/solvency', icon: <BalanceOutlined fontSize="small" />, permission: 'loss:read' },
  {
    label: 'shell.people',
    to: '/people',
    icon: <GroupOutlined fontSize="small" />,
    permission: 'people:manage',
  },
  { label: 'shell.keys', to: '/api-keys', icon: <KeyOutlined fontSize="small" />, permission: 'key:manage' },
  { label: 'shell.audit', to: '/audit', icon: <HistoryEduOutlined fontSize="small" />, permission: 'audit:read' },
];

/**
 * The ways through the console that are open to the person: names where there is room, icons where there is not, and
 * the choice is the user's.
 */
export function Navigation() {
  const translate = useTranslate();
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('lg'), { noSsr: true });
  const [stored, setStored] = useStore<boolean | null>('navigation.open', null);
  const isOpen = stored ?? isWide;
  const granted = useSession().person?.permissions ?? [];
  const ways = WAYS.filter(({ permission }) => permission === undefined || granted.includes(permission));
  const toggle = translate(isOpen ? 'shell.narrow' : 'shell.widen');
  return (
    <Box
      component="nav"
      aria-label={translate('shell.navigation')}
      sx={{ ...rail, ...(isOpen ? open : { width: 56 }) }}
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
        {ways.map(({ label, to, icon, badge }) => (
          <li key={to}>
            <NavigationLink to={to} label={translate(label)} icon={icon} badge={badge} isOpen={isOpen} />
          </li>
        ))}
      </Box>
      <Box sx={{ mt: 'auto', display: 'grid', gap: 0.5 }}>
        <NavigationLink
          href={referencePath}
          label={translate('shell.reference')}
          icon={<CodeOutlined fontSize="small" />}
          isOpen={isOpen}
        />
        <IconButton
          aria-label={toggle}
          aria-expanded={isOpen}
          onClick={() => setStored(!isOpen)}
          sx={{ justifySelf: 'start', m: 0.25 }}
        >
          {isOpen ? <KeyboardDoubleArrowLeft fontSize="small" /> : <KeyboardDoubleArrowRight fontSize="small" />}
        </IconButton>
      </Box>
    </Box>
  );
}

/** As wide as the longest name in the language of the page. */
const open = { width: 'max-content', minWidth: 192, maxWidth: 240 } as const;

const rail = {
  flexShrink: 0,
  display: 'flex',
  flexDirection: 'column',
  position: 'sticky',
  top: 52,
  height: 'calc(100vh - 52px)',
  p: 1,
  borderRight: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  overflow: 'hidden',
} as const;
